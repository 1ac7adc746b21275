import { type CaseId, newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { automationCopy } from '../copy.ts';

/** The right to have a human decide (GDPR Art. 22 (3)), one tap away while a rule may still act. */
export function WantPerson({ caseId }: { caseId: CaseId }) {
  const { person } = useCopy(automationCopy);
  const errors = useCopy(errorCopy);
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function ask() {
    setBusy(true);
    setFailure(undefined);
    try {
      await client.automation.wantPerson.mutate({ idempotencyKey, caseId });
      showToast({ text: person.done });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
    setBusy(false);
    await queryClient.invalidateQueries(trpc.cases.pathFilter());
  }
  return (
    <Disclosure summary={person.title} look="inline">
      <div className="stack">
        <p>{person.text}</p>
        {failure && (
          <Notice tone="danger" live="assertive">
            {failure}
          </Notice>
        )}
        <div>
          <Button variant="secondary" busy={busy ? person.working : undefined} onClick={() => void ask()}>
            {person.button}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
