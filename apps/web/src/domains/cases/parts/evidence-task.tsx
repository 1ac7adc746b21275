import type { CaseDetail, EvidenceRequest } from '@jena/shared/cases';
import { lazy, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatBytes, formatDay } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import type { StoredFile } from '../../../offline/drafts.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { SkeletonLine } from '../../../ui/skeleton/skeleton.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { casesCopy } from '../copy.ts';
import { type EvidenceStep, sendEvidence } from './send-evidence.ts';

const CaptureField = lazy(async () => ({
  default: (await import('../../../offline/capture/capture-field.tsx')).CaptureField,
}));

/** The one thing to do: photograph the missing paper, send it. */
export function EvidenceTask({
  detail,
  request,
  label,
}: {
  detail: CaseDetail;
  request: EvidenceRequest;
  label: string;
}) {
  const copy = useCopy(casesCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [files, setFiles] = useState<StoredFile[]>([]);
  const [step, setStep] = useState<EvidenceStep>();
  const [failure, setFailure] = useState<string>();

  async function send() {
    setFailure(undefined);
    setStep({ kind: 'sending', sent: 0, total: 1 });
    try {
      await sendEvidence({ caseId: detail.id, evidenceRequestId: request.id, files }, setStep);
      showToast({ text: copy.taskSent });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    } finally {
      setStep(undefined);
    }
  }

  return (
    <Card as="section" tone="light" aria-label={copy.task}>
      <div className="stack">
        <h2>{copy.task}</h2>
        <p>
          <strong>{label}</strong>
        </p>
        <p>{request.reason}</p>
        <p className="muted">{copy.taskUntil(formatDay(request.dueDay, language))}</p>
        <Suspense fallback={<SkeletonLine />}>
          <CaptureField
            draftId={request.id}
            field={request.field}
            label={label}
            files={files}
            onChange={setFiles}
            maxFiles={5}
          />
        </Suspense>
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
        {!online && <p role="status">{copy.taskOffline}</p>}
        {step && <ProgressBar {...progress(step, copy, language)} />}
        {files.length > 0 && online && !step && (
          <Button block onClick={() => void send()}>
            {copy.taskSend}
          </Button>
        )}
      </div>
    </Card>
  );
}

function progress(step: EvidenceStep, copy: ReturnType<typeof casesCopy.get>, language: 'de' | 'en') {
  if (step.kind === 'checking') return { label: copy.taskChecking };
  const words = copy.sending.uploading(formatBytes(step.sent, language), formatBytes(step.total, language));
  return { label: words, value: step.sent, max: step.total };
}
