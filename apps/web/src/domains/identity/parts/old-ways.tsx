import type { OldWays } from '@jena/shared/identity';
import { newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { recoveryCopy } from '../recovery.copy.ts';

/** After an access was given back: first a new way in, then the lost ones go. Nothing for everybody else. */
export function OldWaysNotice() {
  const ways = useQuery(trpc.identity.recovery.oldWays.queryOptions({}));
  return ways.data ? <Lost ways={ways.data} /> : null;
}

function Lost({ ways }: { ways: NonNullable<OldWays> }) {
  const { ways: copy } = useCopy(recoveryCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function remove() {
    setBusy(true);
    setFailure(undefined);
    try {
      await client.identity.recovery.removeOldWays.mutate({ idempotencyKey: newId<'idempotency'>() });
      showToast({ text: copy.removed });
      await queryClient.invalidateQueries({ queryKey: trpc.identity.pathKey() });
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }

  if (!ways.hasNew)
    return (
      <Notice tone="info" title={copy.title}>
        {copy.first}
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      title={copy.title}
      action={
        <Button variant="danger" busy={busy ? copy.removing : undefined} onClick={() => void remove()}>
          {copy.remove}
        </Button>
      }
    >
      <p>{copy.after}</p>
      <ul>
        {ways.cards > 0 && <li>{copy.cards(ways.cards)}</li>}
        {ways.passkeys > 0 && <li>{copy.passkeys(ways.passkeys)}</li>}
        {ways.bundId && <li>{copy.bundId}</li>}
      </ul>
      {failure && <p role="alert">{failure}</p>}
    </Notice>
  );
}
