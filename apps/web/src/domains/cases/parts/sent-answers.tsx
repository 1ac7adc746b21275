import type { CaseDetail } from '@jena/shared/cases';
import { type ReachedField, reach } from '@jena/shared/forms';
import { cityTime } from '@jena/shared/kernel';
import { useEffect, useState } from 'react';
import { createContentSource } from '../../../lib/content.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { formsCopy } from '../../forms/copy.ts';
import { contextOf, type FormData, loadFormAt } from '../../forms/form-data.ts';
import { answerInWords, itemNumber } from '../../forms/words.ts';
import { casesCopy } from '../copy.ts';

type Sent = Pick<CaseDetail, 'serviceSlug' | 'formVersion' | 'answers' | 'submittedAt'> & {
  documents: readonly Pick<
    CaseDetail['documents'][number],
    'field' | 'name' | 'mediaType' | 'issuedByCity'
  >[];
};

/** What the person handed in, by exactly the questions that were asked then. */
export function SentAnswers({ detail }: { detail: Sent }) {
  const copy = useCopy(casesCopy);
  const form = useFormOf(detail);
  if (form === 'loading') return <SkeletonList rows={3} />;
  if (!form) return <p className="muted">{copy.answersGone}</p>;
  return <Answers detail={detail} data={form} />;
}

function Answers({ detail, data }: { detail: Sent; data: FormData }) {
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  const own = detail.documents.filter(({ issuedByCity }) => !issuedByCity);
  const files = Object.groupBy(own, ({ field }) => field) as Record<string, typeof own>;
  const context = { ...contextOf(data, files), today: cityTime(new Date(detail.submittedAt)).day };
  const item = ({ field, path, answer }: ReachedField, prefix = '') => {
    const value =
      field.type === 'file'
        ? (files[field.name] ?? []).map(({ name }) => name).join(', ')
        : answerInWords(field, answer, data, { copy, language });
    return value === '' ? [] : [{ id: path, label: prefix + String(field.label), value }];
  };
  return (
    <div className="stack">
      {reach(data.form, detail.answers, context).pages.map(({ page, fields }) => {
        const items = fields.flatMap((one) =>
          one.items
            ? one.items.flatMap((inner, index) =>
                inner.flatMap((part) => item(part, `${copy.person(itemNumber(one.field, index))}: `)),
              )
            : item(one),
        );
        if (items.length === 0) return null;
        return (
          <section key={page.id} aria-label={page.title}>
            <h3>{page.title}</h3>
            <SummaryList items={items} />
          </section>
        );
      })}
    </div>
  );
}

function useFormOf({ serviceSlug, formVersion }: Sent): FormData | 'loading' | undefined {
  const language = useLanguage();
  const [form, setForm] = useState<FormData | 'loading' | undefined>('loading');
  useEffect(() => {
    let current = true;
    Promise.all([
      loadFormAt(createContentSource(language), serviceSlug, formVersion),
      formsCopy.load(language),
    ]).then(
      ([found]) => current && setForm(found),
      () => current && setForm(undefined),
    );
    return () => {
      current = false;
    };
  }, [language, serviceSlug, formVersion]);
  return form;
}
