import type { ToSign } from '@jena/shared/cases';
import { type ReachedField, reach } from '@jena/shared/forms';
import { type CoSignId, newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { TextArea } from '../../../ui/text-field/text-field.tsx';
import { formsCopy } from '../../forms/copy.ts';
import { contextOf, type FormData } from '../../forms/form-data.ts';
import { answerInWords, itemNumber, type LocalField } from '../../forms/words.ts';
import { coSignCopy } from '../co-sign.copy.ts';
import type { CoSignData } from '../pages/co-sign.page.tsx';

/** The whole application, and the two answers that somebody may give to it. */
export function CoSignAnswer({ coSignId, data }: { coSignId: CoSignId; data: CoSignData }) {
  const { card, page: copy } = useCopy(coSignCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const query = useQuery({ ...trpc.cases.toSign.queryOptions({ coSignId }), staleTime: 60_000 });
  const [step, setStep] = useState<'read' | 'refuse' | 'agreed' | 'refused'>('read');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string>();

  async function answer(agree: boolean) {
    if (!agree && reason.trim().length < 3) return setFailure(copy.reasonMissing);
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
      <Answers found={found} data={data} />
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

function Answers({ found, data }: { found: ToSign; data: CoSignData }) {
  const copy = useCopy(coSignCopy).page;
  const words = useCopy(formsCopy);
  const language = useLanguage();
  const service = data.services.find(({ slug }) => slug === found.serviceSlug);
  const form = data.lists.forms.find(({ slug }) => slug === service?.form);
  if (!service || !form) return null;
  const { streets, countries, kitas } = data.lists;
  const whole: FormData = { service, form, streets, countries, kitas };
  const line = ({ field, path, answer }: ReachedField, prefix = '') => ({
    id: path,
    label: prefix + (field as LocalField).label,
    value: answerInWords(field, answer, whole, { copy: words, language }) || copy.none,
  });
  return (
    <>
      {reach(form, found.answers, contextOf(whole, {})).pages.map(({ page, fields }) => {
        const items = fields
          .filter(({ field }) => field.type !== 'file')
          .flatMap((one) =>
            one.items
              ? one.items.flatMap((inner, index) =>
                  inner.map((each) => line(each, `${words.person(itemNumber(one.field, index))}: `)),
                )
              : [line(one)],
          );
        return items.length > 0 ? (
          <Section key={page.id} title={page.title as string}>
            <SummaryList items={items} />
          </Section>
        ) : null;
      })}
      {found.documents.length > 0 && (
        <Section title={copy.documents}>
          <ul className="points">
            {found.documents.map(({ field, name }) => (
              <li key={`${field} ${name}`}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
