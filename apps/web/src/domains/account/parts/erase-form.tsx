import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCode, errorCopy, errorSentence } from '../../../lib/errors.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { startLogin } from '../../identity/parts/start-login.ts';
import { leaveCopy } from '../leave.copy.ts';
import { leaveForGood } from './leave-for-good.ts';

/** The last step; asks for the card first where it was held to the phone too long ago. */
export function EraseForm({ onGone }: { onGone: () => void }) {
  const copy = useCopy(leaveCopy);
  const errors = useCopy(errorCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isSure = me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high' && !refused;

  async function act(work: () => Promise<void>) {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      if (errorCode(error) === 'identity.level_too_low') setRefused(true);
      else setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isSure) void act(() => startLogin(location.pathname));
    else if (understood)
      void act(async () => {
        await leaveForGood();
        onGone();
      });
  }

  return (
    <form className="stack" onSubmit={send} noValidate>
      {isSure ? (
        <Checkbox
          name="understood"
          label={copy.understood}
          checked={understood}
          onChange={setUnderstood}
          error={tried && !understood ? copy.understoodMissing : undefined}
        />
      ) : (
        <p>{copy.card}</p>
      )}
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div>
        <Button
          type="submit"
          variant={isSure ? 'danger' : 'primary'}
          busy={busy ? (isSure ? copy.working : copy.starting) : undefined}
        >
          {isSure ? copy.erase : copy.holdCard}
        </Button>
      </div>
    </form>
  );
}
