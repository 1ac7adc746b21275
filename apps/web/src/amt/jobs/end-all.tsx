import type { Ask } from '@jena/shared/platform';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { sessionsCopy as words } from '../copy.sessions.de.ts';
import { twoAgreeCopy } from '../copy.two-agree.de.ts';
import { client, queryClient } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { AskForm, WaitingAsk } from '../parts/two-agree.tsx';
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
      {asks.length === 0 && open && <AskEndAll onClose={() => setOpen(false)} />}
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

function AskEndAll({ onClose }: { onClose: () => void }) {
  const act = useAct({
    call: client.identity.askEndAll.mutate,
    done: twoAgreeCopy.asked,
    changed: sessionsChanged,
    onDone: onClose,
  });
  return (
    <AskForm
      name="reason"
      label={words.ask}
      act={act}
      onSend={(reason) => act.run({ reason })}
      onClose={onClose}
    />
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
    done: twoAgreeCopy.dropped,
    changed: sessionsChanged,
  });
  const input = { askId: ask.id };
  return (
    <WaitingAsk
      ask={ask}
      about={words}
      isGrave
      confirm={{ ...confirm, run: () => confirm.run(input) }}
      drop={{ ...drop, run: () => drop.run(input) }}
    />
  );
}
