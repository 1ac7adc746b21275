import type { CountedQueue } from '@jena/shared/cases';
import type { CaseId } from '@jena/shared/kernel';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Link } from '../../lib/link.tsx';
import { Button } from '../../ui/button/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SkeletonList } from '../../ui/skeleton/skeleton.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { type Selection, useSelection } from '../bulk/selection.ts';
import { copy } from '../copy.de.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { searchCopy } from '../copy.search.de.ts';
import { amtPaths, type Queue, queues, serviceOf } from '../lib/places.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { clock, staffSentence } from '../lib/words.ts';
import { SearchBox } from '../search/search-box.tsx';
import { SearchEmpty } from '../search/search-empty.tsx';
import { useQueueName } from './queue-name.ts';
import { QueueRow } from './queue-row.tsx';
import { ServiceFilter } from './service-filter.tsx';
import { focusedRow, stepInQueue } from './step.ts';
import type { QueueList } from './use-queue.ts';
import './queue-pane.css';

type QueuePaneProps = { queue: Queue; openId: CaseId | undefined; list: QueueList };

/** The work that waits: queues with counts, and the rows of one. */
export function QueuePane({ queue, openId, list }: QueuePaneProps) {
  const nameOf = useQueueName();
  const selection = useSelection(list.rows.map(({ id }) => id));
  const tick = (range: boolean) => () => {
    const id = focusedRow();
    if (id !== undefined) selection.toggle(id as CaseId, range);
  };
  useShortcuts({ x: tick(false), 'shift+x': tick(true) });
  return (
    <section className="desk-pane desk-queue" aria-labelledby="queue-title">
      <SearchBox isOpen={queue === 'search'} />
      <nav className="queue-tabs" aria-label={queueCopy.tabs}>
        {queues.map((name) => (
          <Tab key={name} name={name} here={name === queue} count={list.counts?.queues[name]} />
        ))}
      </nav>
      {queue !== 'search' && <ServiceFilter queue={queue} counts={list.counts?.services} />}
      <h2 id="queue-title" className="sr-only">
        {queueCopy.list(nameOf(queue))}
      </h2>
      <div className="queue-scroll">
        <Rows queue={queue} openId={openId} list={list} selection={selection} />
      </div>
      {queue !== 'search' && <BulkBar rows={list.rows} selection={selection} />}
      <p className="queue-foot">{list.updatedAt > 0 && <AsOf list={list} />}</p>
    </section>
  );
}

function Tab({ name, here, count }: { name: CountedQueue; here: boolean; count: number | undefined }) {
  return (
    <Link
      to={amtPaths.queue(name)}
      className={classNames('queue-tab', here && 'queue-tab-here', count === 0 && 'queue-tab-empty')}
      aria-current={here ? 'page' : undefined}
    >
      {queueCopy.queues[name]}
      {count !== undefined && (
        <span className="queue-count">
          <span aria-hidden="true">{queueCopy.number(count)}</span>
          <span className="sr-only">, {queueCopy.count(count)}</span>
        </span>
      )}
    </Link>
  );
}

function Rows({ queue, openId, list, selection }: QueuePaneProps & { selection: Selection }) {
  const [focused, setFocused] = useState<string>();
  if (list.loading && !list.error) return <SkeletonList rows={8} />;
  const failed = list.error && list.rows.length === 0;
  if (failed)
    return (
      <Notice
        tone="danger"
        title={copy.loadFailed}
        live="polite"
        action={
          <Button variant="secondary" onClick={list.again}>
            {copy.again}
          </Button>
        }
      >
        {staffSentence(list.error)}
      </Notice>
    );
  if (list.rows.length === 0 && queue === 'search') return <SearchEmpty />;
  if (list.rows.length === 0)
    return (
      <EmptyState title={queueCopy.emptyTitle} level={3}>
        <p>
          {serviceOf(queue) === undefined ? queueCopy.empty[queue as CountedQueue] : queueCopy.emptyService}
        </p>
      </EmptyState>
    );
  const stop = [focused, openId].find((id) => list.rows.some((row) => row.id === id)) ?? list.rows[0]?.id;
  function arrows(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    stepInQueue(event.key === 'ArrowDown' ? 1 : -1, openId);
  }
  return (
    <>
      {queue === 'search' && (
        <p className="search-found" role="status">
          {searchCopy.found(list.rows.length, list.more !== undefined)}
        </p>
      )}
      <ul className="queue-rows" onKeyDown={arrows}>
        {list.rows.map((row) => (
          <QueueRow
            key={row.id}
            row={row}
            queue={queue}
            open={row.id === openId}
            chosen={selection.has(row.id)}
            onChoose={(range) => selection.toggle(row.id, range)}
            tabStop={row.id === stop}
            onFocus={() => setFocused(row.id)}
          />
        ))}
      </ul>
      {list.more && (
        <Button
          variant="quiet"
          block
          onClick={list.more}
          busy={list.loadingMore ? queueCopy.loadingMore : undefined}
        >
          {queueCopy.more}
        </Button>
      )}
    </>
  );
}

/** When the list was read last; says so when that is no longer fresh. */
function AsOf({ list }: { list: QueueList }) {
  const at = clock(new Date(list.updatedAt));
  const [spoken, setSpoken] = useState(false);
  useEffect(() => setSpoken(list.error !== null), [list.error]);
  return (
    <span role={spoken ? 'status' : undefined}>
      {list.error ? queueCopy.stale(at) : queueCopy.asOf(at)}
      {list.live && !list.error && ` · ${queueCopy.live}`}
    </span>
  );
}
