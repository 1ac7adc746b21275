import type { Answer, Replaced } from '@jena/shared/forms';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { changesCopy } from '../changes.copy.ts';
import type { DraftSession, FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';
import { placeOf, useWholeAnswer } from './whole-answer.ts';

type ReplacedProps = { data: FormData; draft: FormDraft; session: DraftSession };

/** What another device of the person changed: which answer gave way, with the way back; and which papers lie on it alone. */
export function ReplacedNotice({ data, draft, session }: ReplacedProps) {
  const copy = use(changesCopy.once(useLanguage()));
  const inWords = useWholeAnswer(data);
  const label = (field: string) => placeOf(data.form, field)?.label ?? copy.formerQuestion;
  // An answer that was taken back stands again, and needs no telling.
  const gone = (draft.replaced ?? []).filter(({ field, answer }) => !isSame(answer, draft.answers[field]));
  const elsewhere = Object.values(draft.elsewhere ?? {}).flat();
  const sentence = ({ field, answer }: Replaced) => {
    const now = inWords(field, draft.answers[field]);
    const before = inWords(field, answer);
    return now === '' ? copy.emptied(label(field), before) : copy.replaced(label(field), now, before);
  };
  return (
    <>
      {gone.length > 0 && (
        <Notice
          live="polite"
          action={
            <Button variant="quiet" onClick={() => session.acknowledgeReplaced()}>
              {copy.keep}
            </Button>
          }
        >
          {gone.map((one) => (
            <p key={`${one.field} ${one.at}`}>
              {sentence(one)}{' '}
              <Button
                variant="secondary"
                aria-label={copy.undoFor(label(one.field))}
                onClick={() => session.answer(one.field, one.answer)}
              >
                {copy.undo}
              </Button>
            </p>
          ))}
        </Notice>
      )}
      {elsewhere.length > 0 && (
        <Notice>
          {elsewhere.map(({ field, name }) => (
            <p key={`${field} ${name}`}>{copy.elsewhere(label(field), name)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

const isSame = (one: Answer, other: Answer | undefined) => JSON.stringify(one) === JSON.stringify(other);
