import { newId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { useRef, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { vaultCopy } from '../copy.ts';
import { OtherQuestions, TypeQuestion, useDetails } from './details-form.tsx';

/** Renames a document and says what it is. */
export function EditDetails({ document, onDone }: { document: VaultDocument; onDone: () => void }) {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const { online } = useLive();
  const { type, issuer, validUntil, remind } = document.details;
  const details = useDetails({
    type,
    name: document.name.replace(/\.(jpg|png|pdf)$/, ''),
    issuer,
    validUntil: validUntil ?? '',
    remind,
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  /** What was sent under which key: the same again is the same act. */
  const sent = useRef({ text: '', idempotencyKey: newId<'idempotency'>() });

  async function save() {
    const said = details.read();
    if (said === undefined) return;
    const text = JSON.stringify(said);
    if (sent.current.text !== text) sent.current = { text, idempotencyKey: newId<'idempotency'>() };
    setBusy(true);
    try {
      const { idempotencyKey } = sent.current;
      await client.vault.describe.mutate({ idempotencyKey, documentId: document.id, ...said });
      await queryClient.invalidateQueries({ queryKey: trpc.vault.pathKey() });
      showToast({ text: copy.saved });
      onDone();
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }

  return (
    <form
      className="stack-large"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (online) void save();
      }}
    >
      <TypeQuestion {...details} />
      <OtherQuestions {...details} />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="vault-buttons">
        <Button
          type="submit"
          busy={busy ? copy.saving : undefined}
          disabledReason={online ? undefined : copy.needsNetwork}
        >
          {copy.save}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}
