import type { QueueRow as Row } from '@jena/shared/cases';
import { cityTime } from '@jena/shared/kernel';
import { Link } from '../../lib/link.tsx';
import { Badge } from '../../ui/badge/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { stateTone } from '../case/tone.ts';
import { copy } from '../copy.de.ts';
import { deskCopy } from '../copy.desk.de.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { useDesk } from '../lib/desk.ts';
import { amtPaths, type Queue } from '../lib/places.ts';
import { day, moment, shortMoment } from '../lib/words.ts';
import { rowAttribute } from './step.ts';

type QueueRowProps = {
  row: Row;
  queue: Queue;
  open: boolean;
  chosen: boolean;
  onChoose: (range: boolean) => void;
  tabStop: boolean;
  onFocus: () => void;
};

/** One case in the list. All rows together are one stop of the tab key; arrows and J/K go on from there. */
export function QueueRow({ row, queue, open, chosen, onChoose, tabStop, onFocus }: QueueRowProps) {
  const { staff } = useDesk();
  const service = useNames()?.services[row.serviceSlug] ?? row.serviceSlug;
  const other = row.caseworker && row.caseworker.id !== staff.staffId ? row.caseworker.name : undefined;
  return (
    <li className={classNames('queue-item', chosen && 'queue-item-chosen')}>
      {queue !== 'done' && queue !== 'search' && (
        <label className="queue-tick">
          <input
            type="checkbox"
            checked={chosen}
            tabIndex={tabStop ? 0 : -1}
            aria-label={deskCopy.bulk.choose(row.applicant ?? row.reference)}
            onChange={() => undefined}
            onClick={(event) => onChoose(event.shiftKey)}
          />
        </label>
      )}
      <Link
        to={amtPaths.case(queue, row.id)}
        className={classNames('queue-row', open && 'queue-row-open')}
        aria-current={open ? 'true' : undefined}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        {...{ [rowAttribute]: row.id }}
      >
        {row.applicant === null ? (
          <span className="queue-name queue-broken">{queueCopy.unreadable}</span>
        ) : (
          <span className="queue-name">{row.applicant}</span>
        )}
        <time className="queue-when" dateTime={row.submittedAt} title={moment(row.submittedAt)}>
          {shortMoment(row.submittedAt)}
        </time>
        <span className="queue-service">{service}</span>
        <span className="queue-more">
          <span className="queue-reference">{row.reference}</span>
          {(queue === 'done' || queue === 'search') && (
            <Badge tone={stateTone(row.state)}>{copy.states[row.state]}</Badge>
          )}
          {row.applicant === null && <Badge tone="warning">{queueCopy.broken}</Badge>}
          {row.isSpecial && <Badge tone="info">{queueCopy.special}</Badge>}
          <Due row={row} named={queue === 'soon' || queue === 'overdue'} />
          {other && <span>{queueCopy.by(other)}</span>}
        </span>
      </Link>
    </li>
  );
}

/** The next day by which something is due: where the list is about it, and everywhere once it has passed. */
function Due({ row: { dueDay }, named }: { row: Row; named: boolean }) {
  if (dueDay === null) return null;
  const over = dueDay < cityTime(new Date()).day;
  if (over) return <Badge tone="danger">{queueCopy.overdueSince(day(dueDay))}</Badge>;
  return named && <span>{queueCopy.dueOn(day(dueDay))}</span>;
}
