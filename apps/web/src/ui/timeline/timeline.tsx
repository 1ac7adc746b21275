import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { uiCopy } from '../copy.ts';
import { CheckIcon } from '../icons/basic.tsx';
import './timeline.css';

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** „Mo, 23. November, 9:14 Uhr · Bürgerservice“ */
  when?: ReactNode;
  detail?: ReactNode;
  /** `problem` is a step that waits for the person. */
  state: 'done' | 'now' | 'next' | 'problem';
};

/** What happened, what happens now and what comes, in order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  const copy = useCopy(uiCopy);
  const words = {
    done: copy.stateDone,
    now: copy.stateNow,
    next: copy.stateNext,
    problem: copy.stateProblem,
  };
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.id}
          className={`timeline-item timeline-${item.state}`}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <span className="timeline-mark" aria-hidden="true">
            {item.state === 'done' && <CheckIcon size={16} />}
            {item.state === 'problem' && '!'}
          </span>
          <div className="timeline-words">
            <p className="timeline-title">
              {item.title}
              <span className="sr-only"> ({words[item.state]})</span>
            </p>
            {item.when && <p className="timeline-when">{item.when}</p>}
            {item.detail && <div className="timeline-detail">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
