import type { Answers, FormShape } from './answers.ts';

/** The answers that a new draft begins with. */
export function initialAnswers(form: FormShape): Answers {
  const fields = form.pages.flatMap((page) => page.fields);
  return Object.fromEntries(
    fields.flatMap((field) => (field.initial === undefined ? [] : [[field.name, field.initial]])),
  );
}
