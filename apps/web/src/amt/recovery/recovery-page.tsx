import type { RecoveryId } from '@jena/shared/identity';
import type { Ask } from '@jena/shared/platform';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { recoveryCopy as words } from '../copy.recovery.de.ts';
import { client, queryClient, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { useTitle } from '../parts/title.ts';
import { CodeSheet } from './code-sheet.tsx';
import { PersonForm } from './person-form.tsx';
import '../jobs/jobs-page.css';

const pollMs = 10_000;
const changed = () =>
  void queryClient.invalidateQueries({ queryKey: trpc.identity.recovery.asks.queryKey() });

/** Gives somebody back the access to their account: two colleagues, each with the document before them. */
export function RecoveryPage() {
  const { awake } = useDesk();
  const [issued, setIssued] = useState<RecoveryId>();
  const asks = useQuery(
    trpc.identity.recovery.asks.queryOptions({}, { refetchInterval: pollMs, enabled: awake }),
  );
  useTitle(words.title);
  if (issued) return <CodeSheet id={issued} onDone={() => setIssued(undefined)} />;
  const waiting = asks.data?.asks ?? [];
  return (
    <div className="jobs">
      <h1>{words.title}</h1>
      <p className="muted">{words.lead}</p>
      <section aria-labelledby="waiting" className="jobs-section">
        <h2 id="waiting">{words.waitingTitle}</h2>
        {asks.error && <Notice tone="danger">{staffSentence(asks.error)}</Notice>}
        {asks.data && waiting.length === 0 && <p>{words.none}</p>}
        {waiting.map((ask) => (
          <Waiting key={ask.id} ask={ask} onIssued={setIssued} />
        ))}
      </section>
      <section aria-labelledby="ask" className="jobs-section">
        <h2 id="ask">{words.askTitle}</h2>
        <p className="muted">{words.askLead}</p>
        <AskForm />
      </section>
    </div>
  );
}

function AskForm() {
  const [round, setRound] = useState(0);
  const act = useAct({
    call: client.identity.recovery.ask.mutate,
    done: words.asked,
    changed,
    onDone: () => setRound((before) => before + 1),
  });
  return (
    <PersonForm
      key={round}
      submit={words.ask}
      busy={act.busy ? words.asking : undefined}
      error={act.error}
      onSubmit={act.run}
    />
  );
}

function Waiting({ ask, onIssued }: { ask: Ask; onIssued: (id: RecoveryId) => void }) {
  const [open, setOpen] = useState(false);
  const drop = useAct({ call: client.identity.recovery.drop.mutate, done: words.dropped, changed });
  const confirm = useAct({
    call: async (input: Parameters<typeof client.identity.recovery.confirm.mutate>[0]) =>
      onIssued((await client.identity.recovery.confirm.mutate(input)).recoveryId),
    done: words.confirmed,
    changed,
  });
  const at = moment(ask.askedAt);
  return (
    <Notice
      tone="info"
      title={ask.mine ? words.yours(at) : words.waiting(ask.askedBy, at)}
      action={
        <div className="amt-buttons">
          {!ask.mine && !open && <Button onClick={() => setOpen(true)}>{words.second}</Button>}
          <Button
            variant="secondary"
            busy={drop.busy ? words.dropping : undefined}
            onClick={() => drop.run({ askId: ask.id })}
          >
            {words.drop}
          </Button>
        </div>
      }
    >
      <p>{words.until(moment(ask.endsAt))}</p>
      {drop.error && <p role="alert">{staffSentence(drop.error)}</p>}
      {open && (
        <PersonForm
          submit={words.confirm}
          busy={confirm.busy ? words.confirming : undefined}
          error={confirm.error}
          onSubmit={(person) => confirm.run({ askId: ask.id, ...person })}
        />
      )}
    </Notice>
  );
}
