import type { Ask } from '@jena/shared/platform';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { twoAgreeCopy as words } from '../copy.two-agree.de.ts';
import type { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { ReasonForm } from './reason-form.tsx';

type Pressed = Pick<ReturnType<typeof useAct>, 'busy' | 'error'>;

type AskFormProps = {
  name: string;
  label: string;
  act: Pressed;
  onSend: (reason: string) => void;
  onClose: () => void;
};

/** One person asks for what two have to want, and says why. */
export function AskForm({ label, ...rest }: AskFormProps) {
  const [reason, setReason] = useState('');
  return (
    <ReasonForm
      {...rest}
      words={words}
      rows={2}
      atLeast={5}
      limit={300}
      text={reason}
      onText={setReason}
      button={{ label, busy: words.asking }}
    />
  );
}

type WaitingAskProps = {
  ask: Ask;
  about: {
    yours: (at: string) => string;
    waiting: (name: string, at: string) => string;
    confirm: string;
    confirming: string;
  };
  isGrave?: boolean;
  confirm: Pressed & { run: () => void };
  drop: Pressed & { run: () => void };
};

/** What was asked for and by whom: the second person agrees, or either takes it back. */
export function WaitingAsk({ ask, about, isGrave = false, confirm, drop }: WaitingAskProps) {
  const failure = confirm.error ?? drop.error;
  const at = moment(ask.askedAt);
  return (
    <Notice
      tone="warning"
      title={ask.mine ? about.yours(at) : about.waiting(ask.askedBy, at)}
      live="polite"
      action={
        <div className="amt-buttons">
          {!ask.mine && (
            <Button
              variant={isGrave ? 'danger' : 'primary'}
              busy={confirm.busy ? about.confirming : undefined}
              onClick={confirm.run}
            >
              {about.confirm}
            </Button>
          )}
          <Button variant="secondary" busy={drop.busy ? words.dropping : undefined} onClick={drop.run}>
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
