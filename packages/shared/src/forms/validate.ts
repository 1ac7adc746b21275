import type { Answer, Answers, FieldShape, FormContext, FormShape } from './answers.ts';
import { isItems, normalise } from './normalise.ts';
import { type ReachedField, type ReachedPage, reach } from './reach.ts';
import {
  type Finding,
  judge,
  judgeFiles,
  type ProblemCode,
  type Verdict,
  type WarningCode,
} from './rules.ts';

/** A finding at its place: the page that shows it and the path of the field ('persons.0.birthDate'). */
export type Placed<Code extends string> = Finding<Code> & { page: string; path: string };
export type Problem = Placed<ProblemCode>;
export type Warning = Placed<WarningCode>;
export type Report = { problems: Problem[]; warnings: Warning[] };

/** Judges one answer as typed; for files, the files of `context`. Items of groups are judged by page. */
export function validateField(field: FieldShape, answer: Answer | undefined, context: FormContext): Verdict {
  if (field.type === 'file') return judgeFiles(field, filesOf(field, context));
  return judge(field, answer === undefined ? undefined : normalise(field, answer, context.today), context);
}

/** Judges what one page shows now. Empty when the page is not reachable. */
export function validatePage(
  form: FormShape,
  pageId: string,
  answers: Answers,
  context: FormContext,
): Report {
  const page = reach(form, answers, context).pages.find((reached) => reached.page.id === pageId);
  return page ? judgePage(page, context) : { problems: [], warnings: [] };
}

/** Judges all that is reachable, in the order of the form. No problems: the form may be handed in. */
export function validateForm(form: FormShape, answers: Answers, context: FormContext): Report {
  return merge(reach(form, answers, context).pages.map((page) => judgePage(page, context)));
}

/** Judges one page that `reach` found. */
export function judgePage(page: ReachedPage, context: FormContext): Report {
  return merge(page.fields.map((field) => judgeReached(field, page.page.id, context)));
}

function judgeReached(reached: ReachedField, page: string, context: FormContext): Report {
  const place = <Code extends string>(finding: Finding<Code>) => ({ ...finding, page, path: reached.path });
  if (reached.field.type === 'group') {
    if (reached.answer !== undefined && !isItems(reached.answer)) {
      return { problems: [place({ code: 'malformed', params: {} })], warnings: [] };
    }
    return merge((reached.items ?? []).flat().map((item) => judgeReached(item, page, context)));
  }
  const verdict =
    reached.field.type === 'file'
      ? judgeFiles(reached.field, filesOf(reached.field, context))
      : judge(reached.field, reached.answer, context);
  return { problems: verdict.problems.map(place), warnings: verdict.warnings.map(place) };
}

function filesOf(field: FieldShape, context: FormContext) {
  return context.files?.[field.name] ?? [];
}

function merge(reports: Report[]): Report {
  return {
    problems: reports.flatMap((report) => report.problems),
    warnings: reports.flatMap((report) => report.warnings),
  };
}
