import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { classNames } from '../class-names.ts';
import { uiCopy } from '../copy.ts';
import './skeleton.css';

/** One grey line; `width` in percent of its place. */
export function SkeletonLine({ width = 100, tall = false }: { width?: number; tall?: boolean }) {
  return <span className={classNames('bone', tall && 'bone-tall')} style={{ inlineSize: `${width}%` }} />;
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
          <SkeletonLine width={70 - (row % 3) * 12} />
          <SkeletonLine width={40 + (row % 2) * 15} />
        </div>
      ))}
    </Waiting>
  );
}

/** In the shape of a page: heading, a sentence, a card. */
export function SkeletonPage() {
  return (
    <Waiting className="bones-page">
      <SkeletonLine width={65} tall />
      <SkeletonLine width={95} />
      <SkeletonLine width={80} />
      <span className="bone bone-card" />
    </Waiting>
  );
}
