import type { Day } from '../kernel/days.ts';
import type { Answers, AttachedFile, CodeLists, FormContext, FormShape } from './answers.ts';
import { missingEvidence, requiredEvidence } from './evidence.ts';
import { nextPage, previousPage, reach } from './reach.ts';
import { validateForm } from './validate.ts';

/** A person who fills the form, told as data: what they answer and what the form must make of it. */
export type FormCase = {
  name: string;
  today: Day;
  answers: Answers;
  files?: Readonly<Record<string, readonly AttachedFile[]>>;
  expect: {
    pages: readonly string[];
    problems: readonly string[];
    warnings: readonly string[];
    evidence: readonly string[];
    missingEvidence: readonly string[];
  };
};
export type CaseOutcome = FormCase['expect'];

/**
 * Walks a case page by page to the review, as the person would, and back again.
 * @throws Error when the way back is not the way there
 */
export function walkCase(form: FormShape, told: FormCase, codeLists: CodeLists): CaseOutcome {
  const context: FormContext = { today: told.today, codeLists, files: told.files };
  const there: string[] = [];
  for (let page = form.pages[0]; page; page = nextPage(form, page.id, told.answers, context))
    there.push(page.id);
  const back: string[] = [];
  let last = there.at(-1);
  while (last !== undefined) {
    back.unshift(last);
    last = previousPage(form, last, told.answers, context)?.id;
  }
  if (back.join() !== there.join()) throw new Error(`${told.name}: there ${there}, back ${back}`);
  const report = validateForm(form, told.answers, context);
  return {
    pages: there,
    problems: report.problems.map(({ path, code }) => `${path}: ${code}`),
    warnings: report.warnings.map(({ path, code }) => `${path}: ${code}`),
    evidence: requiredEvidence(form, told.answers, context).map(({ evidence }) => evidence),
    missingEvidence: missingEvidence(form, told.answers, context).map(({ evidence }) => evidence),
  };
}

/** Pages that no case visits, and fields that no case is shown; a form without gaps returns two empty lists. */
export function coverage(
  form: FormShape,
  cases: readonly FormCase[],
  codeLists: CodeLists,
): { pages: string[]; fields: string[] } {
  const pages = new Set<string>();
  const fields = new Set<string>();
  for (const told of cases) {
    const context: FormContext = { today: told.today, codeLists, files: told.files };
    for (const reached of reach(form, told.answers, context).pages) {
      pages.add(reached.page.id);
      for (const field of reached.fields) {
        fields.add(field.path);
        for (const item of (field.items ?? []).flat()) fields.add(item.path.replace(/\.\d+\./, '.'));
      }
    }
  }
  const all = form.pages.flatMap((page) =>
    page.fields.flatMap((field) => [
      field.name,
      ...(field.fields ?? []).map((inner) => `${field.name}.${inner.name}`),
    ]),
  );
  return {
    pages: form.pages.map((page) => page.id).filter((id) => !pages.has(id)),
    fields: all.filter((name) => !fields.has(name)),
  };
}
