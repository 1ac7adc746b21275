import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { Link } from '../../lib/link.tsx';
import { uiCopy } from '../copy.ts';
import './summary-list.css';

export type SummaryItem = {
  id: string;
  label: string;
  value: ReactNode;
  /** Where to change this answer; the link is read aloud with the label. */
  changeTo?: string | undefined;
};

/** Questions and answers, e.g. on a review page with „Ändern“ at each. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  const copy = useCopy(uiCopy);
  return (
    <dl className="summary">
      {items.map((item) => (
        <div className="summary-item" key={item.id}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.changeTo !== undefined && (
            <dd className="summary-change">
              <Link to={item.changeTo}>
                {copy.change}
                <span className="sr-only">: {item.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
