import type { StaffSession } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { type Column, Table } from '../../ui/table/table.tsx';
import { sessionsCopy as words } from '../copy.sessions.de.ts';
import { client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { moment } from '../lib/words.ts';
import { ActButton } from './act-button.tsx';
import { EndAll } from './end-all.tsx';
import { sessionsChanged } from './sessions-changed.ts';

const pollMs = 15_000;

/** For operators: who is logged in, and the ways to end it. */
export function SessionsCard() {
  const { awake } = useDesk();
  const sessions = useQuery(
    trpc.identity.openSessions.queryOptions(undefined, { refetchInterval: pollMs, enabled: awake }),
  );
  if (!sessions.data) return null;
  const { citizens, staff, asks } = sessions.data;
  return (
    <section aria-labelledby="sessions" className="jobs-section">
      <h2 id="sessions">{words.title}</h2>
      <p>{words.citizens(citizens)}</p>
      <Table caption={words.staff} columns={columns} rows={staff} rowKey={({ staffId }) => staffId} />
      <EndAll asks={asks} />
    </section>
  );
}

const columns: readonly Column<StaffSession>[] = [
  { key: 'name', header: words.name, cell: ({ name }) => name },
  { key: 'devices', header: words.devices, align: 'end', cell: ({ sessions }) => sessions },
  { key: 'seen', header: words.seen, cell: ({ seenAt }) => moment(seenAt) },
  { key: 'act', header: words.act, cell: (person) => <EndOne person={person} /> },
];

function EndOne({ person }: { person: StaffSession }) {
  const { staff } = useDesk();
  const act = useAct({
    call: client.identity.endStaffSessions.mutate,
    done: words.ended,
    changed: sessionsChanged,
  });
  if (staff.staffId === person.staffId) return words.you;
  return (
    <ActButton
      act={act}
      onPress={() => act.run({ staffId: person.staffId })}
      label={words.endOf(person.name)}
      working={words.ending}
    >
      {words.end}
    </ActButton>
  );
}
