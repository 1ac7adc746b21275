import { type Answer, isItems } from '@jena/shared/forms';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formsCopy } from '../copy.ts';
import type { FormData } from '../form-data.ts';
import { answerInWords } from '../words.ts';

/** Where a question stands, by its name or `group.field`; undefined when it is no longer asked. */
export function placeOf(form: FormData['form'], path: string) {
  const [name, inner] = path.split('.');
  for (const page of form.pages) {
    const outer = page.fields.find((field) => field.name === name);
    const field = inner === undefined ? outer : outer?.fields?.find((known) => known.name === inner);
    if (field) return { page: page.id, label: field.label, field };
  }
  return undefined;
}

/** A question that is no longer asked: its answer is shown as it was stored. */
const plain = (name: string) => ({ name, type: 'text', label: name, required: false }) as const;

/** Says an answer in words, also that of a group; '' when there is none. */
export function useWholeAnswer(data: FormData): (name: string, answer: Answer | undefined) => string {
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  const one = (path: string, answer: Answer | undefined) =>
    answerInWords(placeOf(data.form, path)?.field ?? plain(path), answer, data, { copy, language });
  return (name, answer) => {
    if (answer === undefined || !isItems(answer)) return one(name, answer);
    return answer
      .map((item) =>
        Object.entries(item)
          .map(([inner, part]) => one(`${name}.${inner}`, part))
          .filter((words) => words !== '')
          .join(', '),
      )
      .filter((words) => words !== '')
      .join('; ');
  };
}
