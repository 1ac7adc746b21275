import type { Ask } from '@jena/shared/platform';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { copy } from '../copy.de.ts';
import { sessionsCopy as words } from '../copy.sessions.de.ts';
import { client, queryClient } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { sessionsChanged } from './sessions-changed.ts';

/** Ends everybody's sessions, when two operators want it. */
export function EndAll({ asks }: { asks: readonly Ask[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <h3>{words.all}</h3>
      <p className="muted">{words.allLead}</p>
      {asks.map((ask) => (
        <Waiting key={ask.id} ask={ask} />
      ))}
      {asks.length === 0 && open && <AskForm onClose={() => setOpen(false)} />}
      {asks.length === 0 && !open && (
        <p>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {words.ask}
          </Button>
        </p>
      )}
    </>
  );
}

function AskForm({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.identity.askEndAll.mutate,
    done: words.asked,
    changed: sessionsChanged,
    onDone: onClose,
  });
  const missing = reason.trim().length < 5;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!missing) act.run({ reason: reason.trim() });
  }
  return (
    <form className="jobs-form" onSubmit={send} noValidate>
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        limit={300}
        value={reason}
        onChange={setReason}
        error={tried && missing ? words.reasonShort : undefined}
      />
      {act.error && (
        <Notice tone="danger" live="assertive">
          {staffSentence(act.error)}
        </Notice>
      )}
      <div className="jobs-buttons">
        <Button type="submit" busy={act.busy ? words.asking : undefined}>
          {words.ask}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}

function Waiting({ ask }: { ask: Ask }) {
  const confirm = useAct({
    call: client.identity.confirmEndAll.mutate,
    done: words.confirmed,
    // The own session is over too: asking anew leads to the login.
    changed: () => void queryClient.invalidateQueries(),
  });
  const drop = useAct({
    call: client.identity.dropEndAll.mutate,
    done: words.dropped,
    changed: sessionsChanged,
  });
  const failure = confirm.error ?? drop.error;
  const at = moment(ask.askedAt);
  return (
    <Notice
      tone="warning"
      title={ask.mine ? words.yours(at) : words.waiting(ask.askedBy, at)}
      live="polite"
      action={
        <div className="jobs-buttons">
          {!ask.mine && (
            <Button
              variant="danger"
              busy={confirm.busy ? words.confirming : undefined}
              onClick={() => confirm.run({ askId: ask.id })}
            >
              {words.confirm}
            </Button>
          )}
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
      <p>{ask.reason}</p>
      <p>{words.until(moment(ask.endsAt))}</p>
      {failure && <p role="alert">{staffSentence(failure)}</p>}
    </Notice>
  );
}
