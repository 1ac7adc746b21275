import { type Change, reach } from '@jena/shared/forms';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { changesCopy } from '../changes.copy.ts';
import type { FormDraft } from '../draft-session.ts';
import { contextOf, type FormData } from '../form-data.ts';
import { fieldId } from '../words.ts';
import { placeOf, useWholeAnswer } from './whole-answer.ts';

type ChangesProps = { data: FormData; draft: FormDraft; onUnderstood: () => void };

/** What a new version of the form changed in a draft: which questions, why, and what the person had answered. */
export function ChangesNotice({ data, draft, onUnderstood }: ChangesProps) {
  const copy = use(changesCopy.once(useLanguage()));
  const inWords = useWholeAnswer(data);
  const questions = changedQuestions(data, draft);
  const button = (
    <Button variant="secondary" onClick={onUnderstood}>
      {copy.understood}
    </Button>
  );
  if (questions.length === 0)
    return (
      <Notice live="polite" action={button}>
        {copy.onlyRules}
      </Notice>
    );
  return (
    <Notice tone="warning" live="polite" title={copy.title(questions.length)} action={button}>
      <p>{copy.text}</p>
      <ul className="points">
        {questions.map(({ field, reasons }) => {
          const place = placeOf(data.form, field);
          const [name = field] = field.split('.');
          const old = inWords(name, draft.aside?.[name]);
          const still = inWords(name, draft.answers[name]);
          return (
            <li key={field}>
              {place ? (
                <Link to={`${paths.form(data.service.slug, place.page)}#${fieldId(field)}`}>
                  {place.label}
                </Link>
              ) : (
                <strong>{copy.formerQuestion}</strong>
              )}{' '}
              – {reasons.map((reason) => copy.reasons[reason]).join(', ')}.{' '}
              {old ? copy.yourOldAnswer(old) : still && copy.yourAnswer(still)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

type Question = { field: string; reasons: Change['reason'][] };

/** Each changed question once. New ones count only where this person's answers lead to them. */
function changedQuestions(data: FormData, { changed = [], answers, files }: FormDraft): Question[] {
  const asked = new Set(
    reach(data.form, answers, contextOf(data, files)).pages.flatMap(({ fields }) =>
      fields.map(({ field }) => field.name),
    ),
  );
  const questions = new Map<string, Question['reasons']>();
  for (const { field, reason } of changed) {
    if (reason === 'added' && !asked.has(field.split('.')[0] ?? field)) continue;
    const reasons = questions.get(field) ?? [];
    questions.set(field, reasons.includes(reason) ? reasons : [...reasons, reason]);
  }
  return [...questions].map(([field, reasons]) => ({ field, reasons }));
}
