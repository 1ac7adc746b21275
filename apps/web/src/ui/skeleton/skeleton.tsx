import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { classNames } from '../class-names.ts';
import { uiCopy } from '../copy.ts';
import './skeleton.css';

type Width = 'full' | 'long' | 'half' | 'short';

/** One grey line. Widths are classes: the security policy allows no style attributes in prerendered pages. */
export function SkeletonLine({ width = 'full', tall = false }: { width?: Width; tall?: boolean }) {
  return <span className={classNames('bone', `bone-${width}`, tall && 'bone-tall')} />;
}

function Waiting({ className, children }: { className: string; children: ReactNode }) {
  const copy = useCopy(uiCopy);
  return (
    <div className={className}>
      <span className="sr-only" role="status">
        {copy.loading}
      </span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** In the shape of a list of rows that is on its way. */
export function SkeletonList({ rows = 4 }: { rows?: number }) {
  return (
    <Waiting className="bones">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <div className="bones-row" key={row}>
          <SkeletonLine width={row % 2 === 0 ? 'long' : 'half'} />
          <SkeletonLine width={row % 3 === 0 ? 'half' : 'short'} />
        </div>
      ))}
    </Waiting>
  );
}

/** In the shape of a page: heading, a sentence, a card. */
export function SkeletonPage() {
  return (
    <Waiting className="bones-page">
      <SkeletonLine width="half" tall />
      <SkeletonLine />
      <SkeletonLine width="long" />
      <span className="bone bone-card" />
    </Waiting>
  );
}
