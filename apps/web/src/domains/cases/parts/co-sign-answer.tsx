import { type CoSignId, newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatBytes, formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { DocumentIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { TextArea } from '../../../ui/text-field/text-field.tsx';
import { coSignCopy } from '../co-sign.copy.ts';
import type { CoSignData } from '../pages/co-sign.page.tsx';
import { SentAnswers } from './sent-answers.tsx';
import '../../forms/forms.css';

/** The whole application, and the two answers that somebody may give to it. */
export function CoSignAnswer({ coSignId, data }: { coSignId: CoSignId; data: CoSignData }) {
  const { card, page: copy } = useCopy(coSignCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const query = useQuery({ ...trpc.cases.toSign.queryOptions({ coSignId }), staleTime: 60_000 });
  const [step, setStep] = useState<'read' | 'refuse' | 'agreed' | 'refused'>('read');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isShort = reason.trim().length < 3;

  async function answer(agree: boolean) {
    setTried(true);
    if (!agree && isShort) return;
    setFailure(undefined);
    try {
      const key = { idempotencyKey: newId<'idempotency'>(), coSignId };
      await client.cases.answerCoSign.mutate(agree ? { ...key, agree } : { ...key, agree, reason });
      setStep(agree ? 'agreed' : 'refused');
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
  }
  if (step === 'agreed' || step === 'refused')
    return (
      <Notice
        tone={step === 'agreed' ? 'success' : 'info'}
        live="polite"
        title={copy[step]}
        action={<LinkButton to={paths.start()}>{copy.toStart}</LinkButton>}
      >
        {step === 'agreed' ? copy.agreedText : copy.refusedText}
      </Notice>
    );
  if (query.isError) return <Notice tone="danger">{errorSentence(errors, query.error)}</Notice>;
  if (!query.data) return <SkeletonPage />;
  const found = query.data;
  return (
    <div className="stack-large">
      <div>
        <h2>{data.services.find(({ slug }) => slug === found.serviceSlug)?.title}</h2>
        <p>{copy.from(found.applicant || card.somebody)}</p>
        <p className="muted">{copy.until(formatMoment(found.endsAt, language))}</p>
      </div>
      <SentAnswers
        detail={{
          ...found,
          documents: found.documents.map((one) => ({ ...one, issuedByCity: false })),
          submittedAt: found.requestedAt,
        }}
      />
      {found.documents.length > 0 && (
        <Section title={copy.documents} intro={copy.documentsText}>
          <List label={copy.documents}>
            {found.documents.map(({ documentId, name, bytes }) => (
              <ListRow
                key={documentId}
                href={`/files/${documentId}`}
                icon={<DocumentIcon />}
                title={name}
                detail={formatBytes(bytes, language)}
              />
            ))}
          </List>
        </Section>
      )}
      {failure && (
        <Notice tone="danger" live="assertive">
          {failure}
        </Notice>
      )}
      {step === 'read' ? (
        <div className="stack">
          <p>{copy.agreeText}</p>
          <div className="form-buttons">
            <Button onClick={() => void answer(true)}>{copy.agree}</Button>
            <Button variant="secondary" onClick={() => setStep('refuse')}>
              {copy.refuse}
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack">
          <TextArea
            name="reason"
            label={copy.reason}
            hint={copy.reasonHint}
            value={reason}
            onChange={setReason}
            limit={500}
            error={tried && isShort ? copy.reasonMissing : undefined}
          />
          <div className="form-buttons">
            <Button variant="danger" onClick={() => void answer(false)}>
              {copy.refuseSend}
            </Button>
            <Button variant="quiet" onClick={() => setStep('read')}>
              {copy.back}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
