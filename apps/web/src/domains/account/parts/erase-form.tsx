import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { needsCard } from '../../identity/parts/use-card.ts';
import { leaveCopy } from '../leave.copy.ts';
import { leaveForGood } from './leave-for-good.ts';

/** The last step; asks for the card first where it was held to the phone too long ago. */
export function EraseForm({ onGone }: { onGone: () => void }) {
  const copy = useCopy(leaveCopy);
  const errors = useCopy(errorCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  // The level may fade while the page is open.
  const isSure =
    me.data?.kind === 'citizen' &&
    (me.data.levelOfAssurance === 'high' || me.data.method === 'muk') &&
    !needsCard(failure);

  async function erase() {
    setBusy(true);
    setFailure(undefined);
    try {
      await leaveForGood();
      onGone();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (understood) void erase();
  }

  if (!isSure)
    return (
      <div className="stack">
        <p>{copy.card}</p>
        <div>
          <CardButton returnTo={() => location.pathname} />
        </div>
      </div>
    );
  return (
    <form className="stack" onSubmit={send} noValidate>
      <Checkbox
        name="understood"
        label={copy.understood}
        checked={understood}
        onChange={setUnderstood}
        error={tried && !understood ? copy.understoodMissing : undefined}
      />
      {failure !== undefined && (
        <Notice tone="warning" live="assertive">
          {errorSentence(errors, failure)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="danger" busy={busy ? copy.working : undefined}>
          {copy.erase}
        </Button>
      </div>
    </form>
  );
}
