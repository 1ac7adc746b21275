import type { Transfer } from '@jena/shared/handover';
import { useQuery } from '@tanstack/react-query';
import { type Column, Table } from '../../ui/table/table.tsx';
import { handoverCopy as words } from '../copy.handover.de.ts';
import { client, queryClient, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { moment } from '../lib/words.ts';
import { ActButton } from './act-button.tsx';

const pollMs = 15_000;

/** For operators: cases on their way to other systems, why they wait, and a new try. */
export function HandoverCard() {
  const { awake } = useDesk();
  const overview = useQuery(
    trpc.handover.overview.queryOptions(undefined, { refetchInterval: pollMs, enabled: awake }),
  );
  if (!overview.data) return null;
  const { isConfigured, counts, open } = overview.data;
  return (
    <section aria-labelledby="handover" className="jobs-section">
      <h2 id="handover">{words.title}</h2>
      {!isConfigured && <p>{words.off}</p>}
      {isConfigured && <p>{words.counts(counts.accepted, counts.waiting + counts.submitted)}</p>}
      {isConfigured && open.length === 0 && <p className="muted">{words.allArrived}</p>}
      {open.length > 0 && (
        <Table caption={words.open} columns={columns} rows={open} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

const columns: readonly Column<Transfer>[] = [
  { key: 'reference', header: words.reference, cell: ({ reference }) => reference },
  { key: 'destination', header: words.destination, cell: ({ destination }) => destination },
  {
    key: 'state',
    header: words.state,
    cell: ({ state, trouble }) =>
      [words.states[state], trouble && words.troubles[trouble]].filter(Boolean).join(': '),
  },
  { key: 'attempts', header: words.attempts, align: 'end', cell: ({ attempts }) => attempts },
  { key: 'since', header: words.since, cell: ({ since }) => moment(since) },
  { key: 'next', header: words.next, cell: ({ nextAt }) => (nextAt ? moment(nextAt) : '–') },
  { key: 'act', header: words.act, cell: (transfer) => <Retry transfer={transfer} /> },
];

function Retry({ transfer: { id, reference } }: { transfer: Transfer }) {
  const act = useAct({
    call: client.handover.retry.mutate,
    done: words.retried,
    changed: () => void queryClient.invalidateQueries({ queryKey: trpc.handover.overview.queryKey() }),
  });
  return (
    <ActButton
      act={act}
      onPress={() => act.run({ transferId: id })}
      label={words.retryOf(reference)}
      working={words.retrying}
    >
      {words.retry}
    </ActButton>
  );
}
