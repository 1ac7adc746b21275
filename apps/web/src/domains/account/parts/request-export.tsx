import { newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { needsCard } from '../../identity/parts/use-card.ts';
import { exportCopy } from '../export.copy.ts';
import { CardAgain } from './card-again.tsx';

/** Asks for an archive. @param again one lies there already, and this one takes its place */
export function RequestExport({ again = false }: { again?: boolean }) {
  const copy = useCopy(exportCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function request() {
    setBusy(true);
    setFailure(undefined);
    try {
      await client.account.requestExport.mutate({ idempotencyKey: newId<'idempotency'>() });
      await queryClient.invalidateQueries({ queryKey: trpc.account.dataExport.queryKey() });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  // The level may fade while the page is open.
  if (failure !== undefined && needsCard(failure)) return <CardAgain />;
  return (
    <div className="stack">
      <Button
        variant={again ? 'quiet' : 'primary'}
        onClick={() => void request()}
        busy={busy ? copy.working : undefined}
      >
        {again ? copy.again : copy.request}
      </Button>
      {failure !== undefined && (
        <Notice tone="warning" live="assertive">
          {errorSentence(errors, failure)}
        </Notice>
      )}
    </div>
  );
}
