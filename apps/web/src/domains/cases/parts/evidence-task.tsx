import type { CaseDetail, EvidenceRequest } from '@jena/shared/cases';
import { cityTime } from '@jena/shared/kernel';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatDay } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import { listFiles, type StoredFile } from '../../../offline/drafts.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import { enqueueEvidence } from '../../../offline/outbox.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { SkeletonLine } from '../../../ui/skeleton/skeleton.tsx';
import { caseCopy } from '../case.copy.ts';
import { casesCopy } from '../copy.ts';
import { OutboxActions } from './outbox-actions.tsx';
import { OutboxProgress } from './outbox-progress.tsx';
import { SendFromVault } from './send-from-vault.tsx';

const CaptureField = lazy(async () => ({
  default: (await import('../../../offline/capture/capture-field.tsx')).CaptureField,
}));

type Props = { detail: CaseDetail; request: EvidenceRequest; label: string };

/** The one thing to do: photograph the missing paper, hand it to the outbox; from then on where it stands. */
export function EvidenceTask({ detail, request, label }: Props) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  const words = useCopy(caseCopy);
  const onItsWay = useOutbox().find((item) => item.draftId === request.id);
  return (
    <Card as="section" tone="light" aria-label={copy.task}>
      <div className="stack">
        <h2>{copy.task}</h2>
        <p>
          <strong>{label}</strong>
        </p>
        <p>{request.reason}</p>
        <p className="muted">{copy.taskUntil(formatDay(request.dueDay, language))}</p>
        {onItsWay ? (
          <>
            <OutboxProgress item={onItsWay} />
            <OutboxActions item={onItsWay} />
          </>
        ) : (
          <>
            {request.dueDay < cityTime(new Date()).day && <p>{words.evidenceOver}</p>}
            <SendFromVault detail={detail} request={request} />
            <Papers detail={detail} request={request} label={label} />
          </>
        )}
      </div>
    </Card>
  );
}

/** The papers so far; they lie on the phone from the moment they are taken, so a reload finds them again. */
function Papers({ detail, request, label }: Props) {
  const copy = useCopy(casesCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [files, setFiles] = useState<StoredFile[]>();
  const [failure, setFailure] = useState<string>();
  const [reading, setReading] = useState(false);

  useEffect(() => {
    let current = true;
    listFiles(request.id).then(
      (found) => current && setFiles(found),
      () => current && setFiles([]),
    );
    return () => {
      current = false;
    };
  }, [request.id]);

  async function send(papers: readonly StoredFile[]) {
    const { id: evidenceRequestId, field } = request;
    const { id: caseId, serviceSlug } = detail;
    try {
      await enqueueEvidence({ caseId, evidenceRequestId, field, serviceSlug }, papers, { language });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
  }

  if (!files) return <SkeletonLine />;
  return (
    <>
      <Suspense fallback={<SkeletonLine />}>
        <CaptureField
          draftId={request.id}
          field={request.field}
          label={label}
          files={files}
          onChange={setFiles}
          maxFiles={5}
          taken={detail.documents.map((document) => document.name)}
          fromVault={false}
          onReading={setReading}
        />
      </Suspense>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      {!online && <p role="status">{copy.taskOffline}</p>}
      {files.length > 0 && (
        <Button block onClick={() => void send(files)} busy={reading ? copy.taskReading : undefined}>
          {copy.taskSend}
        </Button>
      )}
    </>
  );
}
