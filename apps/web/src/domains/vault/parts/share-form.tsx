import { type DocumentCase, mayHappen } from '@jena/shared/cases';
import { type CaseId, newId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Select } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { SkeletonLine } from '../../../ui/skeleton/skeleton.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { sharingCopy } from '../sharing.copy.ts';

type ShareFormProps = {
  document: VaultDocument;
  names: Names;
  /** Cases that have the document already. */
  given: readonly DocumentCase[];
  onDone: () => void;
};

/** For which case, and what the office is to use it for. */
export function ShareForm({ document, names, given, onDone }: ShareFormProps) {
  const copy = useCopy(sharingCopy);
  const errors = useCopy(errorCopy);
  const mine = useQuery(trpc.cases.mine.queryOptions());
  const [chosen, setChosen] = useState('');
  const [purpose, setPurpose] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  if (!mine.data) return mine.isError ? <p role="alert">{copy.casesUnknown}</p> : <SkeletonLine />;
  const open = mine.data.cases.filter(
    ({ id, state }) => mayHappen(state, 'document_shared') && !given.some(({ caseId }) => caseId === id),
  );
  if (open.length === 0) {
    return (
      <Notice
        live="polite"
        action={
          <Button variant="secondary" onClick={onDone}>
            {copy.cancel}
          </Button>
        }
      >
        {copy.noCase}
      </Notice>
    );
  }

  const wrongCase = checked && chosen === '';
  const wrongPurpose = checked && purpose.trim().length < 3;

  async function share() {
    setChecked(true);
    if (chosen === '' || purpose.trim().length < 3) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await client.cases.shareDocument.mutate({
        idempotencyKey: newId<'idempotency'>(),
        caseId: chosen as CaseId,
        documentId: document.id,
        purpose: purpose.trim(),
      });
      await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      showToast({ text: copy.shared });
      onDone();
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }

  return (
    <Card>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void share();
        }}
      >
        <Select
          name="vorgang"
          label={copy.caseLabel}
          error={wrongCase ? copy.caseMissing : undefined}
          value={chosen}
          options={open.map(({ id, reference, serviceSlug }) => ({
            value: id,
            label: `${names.services[serviceSlug] ?? serviceSlug} (${reference})`,
          }))}
          onChange={setChosen}
        />
        <TextField
          name="zweck"
          label={copy.purposeLabel}
          hint={copy.purposeHint}
          error={wrongPurpose ? copy.purposeMissing : undefined}
          value={purpose}
          maxLength={200}
          onChange={setPurpose}
        />
        <p className="muted small">{copy.what}</p>
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
        <div className="vault-buttons">
          <Button type="submit" busy={busy ? copy.sharing : undefined}>
            {copy.shareNow}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {copy.cancel}
          </Button>
        </div>
      </form>
    </Card>
  );
}
