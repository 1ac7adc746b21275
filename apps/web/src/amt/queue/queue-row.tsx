import type { queueRowSchema } from '@jena/shared/cases';
import type { z } from 'zod';
import { Link } from '../../lib/link.tsx';
import { Badge } from '../../ui/badge/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { stateTone } from '../case/tone.ts';
import { copy } from '../copy.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { useDesk } from '../lib/desk.ts';
import { amtPaths, type Queue } from '../lib/places.ts';
import { moment, shortMoment } from '../lib/words.ts';
import { rowAttribute } from './step.ts';

type Row = z.infer<typeof queueRowSchema>;

type QueueRowProps = { row: Row; queue: Queue; open: boolean; tabStop: boolean; onFocus: () => void };

/** One case in the list. All rows together are one stop of the tab key; arrows and J/K go on from there. */
export function QueueRow({ row, queue, open, tabStop, onFocus }: QueueRowProps) {
  const { staff } = useDesk();
  const service = useNames()?.services[row.serviceSlug] ?? row.serviceSlug;
  const other = row.caseworker && row.caseworker.id !== staff.staffId ? row.caseworker.name : undefined;
  return (
    <li>
      <Link
        to={amtPaths.case(queue, row.id)}
        className={classNames('queue-row', open && 'queue-row-open')}
        aria-current={open ? 'true' : undefined}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        {...{ [rowAttribute]: row.id }}
      >
        <span className="queue-name">{row.applicant}</span>
        <time className="queue-when" dateTime={row.submittedAt} title={moment(row.submittedAt)}>
          {shortMoment(row.submittedAt)}
        </time>
        <span className="queue-service">{service}</span>
        <span className="queue-more">
          <span className="queue-reference">{row.reference}</span>
          {queue === 'done' && <Badge tone={stateTone(row.state)}>{copy.states[row.state]}</Badge>}
          {other && <span>{copy.queue.by(other)}</span>}
        </span>
      </Link>
    </li>
  );
}
