import { type CaseId, newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { caseCopy } from '../case.copy.ts';
import { useCaseAct } from './use-case-act.ts';

/** Takes back an application that nobody decided yet; asks first, for it cannot be undone. */
export function Withdraw({ caseId }: { caseId: CaseId }) {
  const copy = useCopy(caseCopy);
  const { online } = useLive();
  const [open, setOpen] = useState(false);
  const { act, busy, failure } = useCaseAct();
  const withdraw = () => client.cases.withdraw.mutate({ idempotencyKey: newId<'idempotency'>(), caseId });
  return (
    <div>
      <Button
        variant="quiet"
        disabledReason={online ? undefined : copy.needsNetwork}
        onClick={() => setOpen(true)}
      >
        {copy.withdraw}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={copy.withdrawTitle}
        actions={
          <>
            <Button
              variant="danger"
              busy={busy ? copy.sending : undefined}
              onClick={() => void act(withdraw, copy.withdrawn).then((done) => done && setOpen(false))}
            >
              {copy.withdraw}
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {copy.cancel}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{copy.withdrawText}</p>
          {failure && (
            <Notice tone="warning" live="assertive">
              {failure.sentence}
            </Notice>
          )}
        </div>
      </Dialog>
    </div>
  );
}
