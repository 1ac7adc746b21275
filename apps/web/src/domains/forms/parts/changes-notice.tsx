import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { formsCopy } from '../copy.ts';
import type { FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';
import { answerInWords, fieldId } from '../words.ts';

type ChangesProps = { data: FormData; draft: FormDraft; onUnderstood: () => void };

/** What a new version of the form changed in a draft: which questions, why, and what no longer has a place. */
export function ChangesNotice({ data, draft, onUnderstood }: ChangesProps) {
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  const changed = draft.changed ?? [];
  const aside = Object.entries(draft.aside ?? {});
  return (
    <Notice
      tone="warning"
      live="polite"
      title={copy.changes.title}
      action={
        <Button variant="secondary" onClick={onUnderstood}>
          {copy.changes.understood}
        </Button>
      }
    >
      <p>{copy.changes.text}</p>
      <ul>
        {changed.map(({ field, reason }) => {
          const place = placeOf(data.form, field);
          return (
            <li key={`${field} ${reason}`}>
              {place ? (
                <Link to={`${paths.form(data.service.slug, place.page)}#${fieldId(field)}`}>
                  {place.label}
                </Link>
              ) : (
                field
              )}{' '}
              – {copy.changes.reasons[reason]}
            </li>
          );
        })}
      </ul>
      {aside.length > 0 && (
        <>
          <p>{copy.changes.aside}</p>
          <ul>
            {aside.map(([name, answer]) => (
              <li key={name}>
                {answerInWords(placeOf(data.form, name)?.field ?? plain(name), answer, data, {
                  copy,
                  language,
                }) || name}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function placeOf(form: FormData['form'], path: string) {
  const [name, inner] = path.split('.');
  for (const page of form.pages) {
    const outer = page.fields.find((field) => field.name === name);
    const field = inner === undefined ? outer : outer?.fields?.find((known) => known.name === inner);
    if (field) return { page: page.id, label: field.label, field };
  }
  return undefined;
}

/** A question that is no longer asked: its answer is shown as it was stored. */
function plain(name: string) {
  return { name, type: 'text', label: name, required: false } as const;
}
