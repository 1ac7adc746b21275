import { type MandateId, newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { mandatesCopy } from '../copy.ts';
import { useSend } from './use-send.ts';

type EndProps = { id: MandateId; name: string; title: string; text: string; said: string };

/** Ends a mandate after asking once more. */
export function End({ id, name, title, text, said }: EndProps) {
  const copy = useCopy(mandatesCopy);
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSend();
  async function end() {
    const revoke = () =>
      client.mandates.revoke.mutate({ idempotencyKey: newId<'idempotency'>(), mandateId: id });
    if (await send(revoke, said)) setAsking(false);
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {copy.end}
        <span className="sr-only">: {name}</span>
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        actions={
          <>
            <Button variant="danger" onClick={() => void end()} busy={busy ? copy.ending : undefined}>
              {copy.endYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.keep}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{text}</p>
          {failure && (
            <Notice tone="warning" live="assertive">
              {failure}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  );
}
