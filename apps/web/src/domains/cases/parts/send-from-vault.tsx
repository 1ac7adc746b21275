import type { CaseDetail, EvidenceRequest } from '@jena/shared/cases';
import type { VaultDocument } from '@jena/shared/vault';
import { lazy, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { wasLoggedIn } from '../../../lib/hint.ts';
import { enqueueEvidence } from '../../../offline/outbox.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LockIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { caseCopy } from '../case.copy.ts';

const VaultPicker = lazy(async () => ({
  default: (await import('../../vault/parts/vault-picker.tsx')).VaultPicker,
}));

type Props = { detail: CaseDetail; request: EvidenceRequest };

/** What the city has checked already is sent with the second tap; without a network it waits in the outbox. */
export function SendFromVault({ detail, request }: Props) {
  const copy = useCopy(caseCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const [picking, setPicking] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function send({ id: documentId, name, mediaType, bytes }: VaultDocument) {
    setPicking(false);
    const addedAt = new Date().toISOString();
    const answer = {
      caseId: detail.id,
      evidenceRequestId: request.id,
      field: request.field,
      serviceSlug: detail.serviceSlug,
    };
    try {
      await enqueueEvidence(answer, [{ documentId, name, mediaType, bytes, addedAt, inVault: true }], {
        language,
      });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
  }

  if (!wasLoggedIn()) return null;
  return (
    <>
      <div className="stack">
        <div>
          <Button icon={<LockIcon />} onClick={() => setPicking(true)}>
            {copy.sendFromVault}
          </Button>
        </div>
        <p className="muted small">{copy.sendFromVaultHint}</p>
      </div>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      {picking && (
        <Suspense fallback={null}>
          <VaultPicker
            without={detail.documents.map(({ documentId }) => documentId)}
            onPick={(document) => void send(document)}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
