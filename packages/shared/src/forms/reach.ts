import {
  type Answer,
  type Answers,
  type FieldShape,
  type FormContext,
  type FormShape,
  type GroupItem,
  isEmpty,
  scalarText,
} from './answers.ts';
import { holds, type Lookup } from './conditions.ts';
import { isItems, normalise } from './normalise.ts';

/** A field that the person sees now, with its answer. `path` names items of groups: 'persons.0.birthDate'. */
export type ReachedField<F extends FieldShape = FieldShape> = {
  field: F;
  path: string;
  answer: Answer | undefined;
  /** For a group: its visible fields, item by item. */
  items?: ReachedField[][];
};
export type ReachedPage<Form extends FormShape = FormShape> = {
  page: Form['pages'][number];
  fields: ReachedField<Form['pages'][number]['fields'][number]>[];
};

/**
 * Walks the form once from its first page: what is shown, and the answers that count.
 * A question sees only answers of shown questions before it, so a hidden answer hides what hangs on it and no cycle can arise.
 */
export function reach<Form extends FormShape>(
  form: Form,
  answers: Answers,
  context: FormContext,
): { pages: ReachedPage<Form>[]; answers: Answers } {
  const kept: Answers = {};
  const pages: ReachedPage<Form>[] = [];
  const lookup = lookupIn(kept, context);
  for (const page of form.pages) {
    if (page.showWhen && !holds(page.showWhen, lookup, context.today)) continue;
    const fields: ReachedPage<Form>['fields'] = [];
    for (const field of page.fields) {
      if (field.showWhen && !holds(field.showWhen, lookup, context.today)) continue;
      const reached = reachField(field, answers, kept, context);
      if (!isEmpty(reached.answer)) kept[field.name] = reached.answer as Answer;
      fields.push(reached as ReachedPage<Form>['fields'][number]);
    }
    if (fields.length > 0) pages.push({ page, fields });
  }
  return { pages, answers: kept };
}

function reachField(field: FieldShape, given: Answers, kept: Answers, context: FormContext): ReachedField {
  const raw = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
  const answer = raw === undefined ? undefined : normalise(field, raw, context.today);
  if (field.type !== 'group') return { field, path: field.name, answer };
  if (answer !== undefined && !isItems(answer)) return { field, path: field.name, answer, items: [] };
  const count = itemCount(field, answer?.length ?? 0, kept);
  const items = Array.from({ length: count }, (_, index) =>
    reachItem(field, answer?.[index] ?? {}, kept, context, index),
  );
  const keptItems = items.map((item) => item.answers);
  return {
    field,
    path: field.name,
    answer: keptItems.some((item) => Object.keys(item).length > 0) ? keptItems : undefined,
    items: items.map((item) => item.fields),
  };
}

function reachItem(group: FieldShape, given: GroupItem, outer: Answers, context: FormContext, index: number) {
  const kept: GroupItem = {};
  const fields: ReachedField[] = [];
  const outerLookup = lookupIn(outer, context);
  const lookup: Lookup = (name) => (Object.hasOwn(kept, name) ? kept[name] : outerLookup(name));
  for (const field of group.fields ?? []) {
    if (field.showWhen && !holds(field.showWhen, lookup, context.today)) continue;
    const answer = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    if (!isEmpty(answer)) kept[field.name] = answer as GroupItem[string];
    fields.push({ field, path: `${group.name}.${index}.${field.name}`, answer });
  }
  return { fields, answers: kept };
}

/** How many items a group shows: what another answer says, or as many as were added, within its bounds. */
export function itemCount(group: FieldShape, given: number, answers: Answers): number {
  const { min = 0, max = 20, countFrom, minus = 0 } = group.repeat ?? {};
  const counted = countFrom === undefined ? given : Number(scalarText(answers[countFrom]) ?? 0) - minus;
  return Math.max(min, Math.min(max, Number.isInteger(counted) ? counted : 0));
}

/** Finds answers by name; `group.field` in every item of a group, `group.2.field` in its third. */
export function lookupIn(answers: Answers, context: FormContext): Lookup {
  return (name) => {
    if (Object.hasOwn(answers, name)) return answers[name];
    const files = context.files?.[name];
    if (files && files.length > 0) return files.map((file) => file.mediaType);
    const [group = '', ...rest] = name.split('.');
    const inner = rest.at(-1);
    const all = inner && Object.hasOwn(answers, group) ? answers[group] : undefined;
    if (!inner || !isItems(all)) return undefined;
    const items = rest.length > 1 ? all.slice(Number(rest[0]), Number(rest[0]) + 1) : all;
    return items.flatMap((item) => (Object.hasOwn(item, inner) ? [item[inner] as Answer] : []));
  };
}

/** The pages that these answers lead through, in order. */
export function reachablePages<Form extends FormShape>(form: Form, answers: Answers, context: FormContext) {
  return reach(form, answers, context).pages.map(({ page }): Form['pages'][number] => page);
}

/** The fields that are shown on a page now; none when the page itself is not reachable. */
export function visibleFields<Form extends FormShape>(
  form: Form,
  pageId: string,
  answers: Answers,
  context: FormContext,
): ReachedPage<Form>['fields'] {
  return reach(form, answers, context).pages.find(({ page }) => page.id === pageId)?.fields ?? [];
}

/** The page after this one; undefined after the last: the review comes next. */
export function nextPage<Form extends FormShape>(
  form: Form,
  pageId: string,
  answers: Answers,
  context: FormContext,
): Form['pages'][number] | undefined {
  return neighbour(form, pageId, reachablePages(form, answers, context), 1);
}

/** The page before this one; undefined before the first. */
export function previousPage<Form extends FormShape>(
  form: Form,
  pageId: string,
  answers: Answers,
  context: FormContext,
): Form['pages'][number] | undefined {
  return neighbour(form, pageId, reachablePages(form, answers, context), -1);
}

/** Also works from a page that just became unreachable: by the order of the definition. */
function neighbour<Form extends FormShape>(
  form: Form,
  pageId: string,
  reachable: Form['pages'][number][],
  step: 1 | -1,
): Form['pages'][number] | undefined {
  const order = new Map(form.pages.map((page, index) => [page.id, index]));
  const here = order.get(pageId);
  if (here === undefined) return step === 1 ? reachable[0] : undefined;
  const beyond = reachable.filter((page) => ((order.get(page.id) ?? here) - here) * step > 0);
  return step === 1 ? beyond[0] : beyond.at(-1);
}

/**
 * The answers that count, normalised: what hangs on a question that is not asked (any more) is left out.
 * The draft keeps everything; only what is shown is handed in.
 */
export function pruneAnswers(form: FormShape, answers: Answers, context: FormContext): Answers {
  return reach(form, answers, context).answers;
}
