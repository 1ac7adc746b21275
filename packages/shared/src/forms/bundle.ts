import type { Answer, Answers, FormContext, FormShape } from './answers.ts';
import { isEmpty } from './answers.ts';
import { holds } from './conditions.ts';
import type { Condition } from './definition.ts';
import { isItems } from './normalise.ts';
import { lookupIn, reach } from './reach.ts';

/** Where a form that takes part in a bundle has an answer from. What is not mapped, the bundle asks for this form alone. */
export type BundleSource =
  /** The same answer as this question of the bundle. */
  | string
  | { value: string }
  /** The bundle's code → the form's code. */
  | { from: string; values: Readonly<Record<string, string>> }
  /** For a part that is there once for each item of a group: this answer of the item. */
  | { item: string; because?: string | undefined }
  /** Not asked here; only questions that may stay empty. */
  | { omit: true };

/** One service that takes part: its form is filled from the bundle's answers, and becomes a case of its own. */
export type BundlePart = {
  id: string;
  service: string;
  when?: Condition | undefined;
  /** Once for each item of this group of the bundle; `when` then looks at the item, as `group.item.field` in its place. */
  each?: { group: string; max: number; when: { field: string; value: string } } | undefined;
  /** The person may leave it for later: what several services need is kept for it, what it needs alone is not asked now. */
  mayWait?: boolean | undefined;
  map: Readonly<Record<string, BundleSource>>;
};

/** A part as often as it is there; `index` is the item of its group. */
export type PartInstance<Part extends BundlePart = BundlePart> = {
  id: string;
  part: Part;
  index: number | null;
  when: Condition | undefined;
};

/** Every part, those for items of a group as often as there can be items. */
export function partInstances<Part extends BundlePart>(parts: readonly Part[]): PartInstance<Part>[] {
  return parts.flatMap((part): PartInstance<Part>[] => {
    const { each, id, when } = part;
    if (!each) return [{ id, part, index: null, when }];
    return Array.from({ length: each.max }, (_, index) => {
      const own: Condition = {
        field: `${each.group}.${index}.${each.when.field}`,
        op: 'eq',
        value: each.when.value,
      };
      return { id: `${id}${index + 1}`, part, index, when: when ? { all: [when, own] } : own };
    });
  });
}

/** The question whether a part waits: ticked, it is left for later. */
export function laterQuestion(instance: string): string {
  return `spaeter_${instance}`;
}

/** How the bundle calls a page of a part. */
export function partPage(instance: string, page: string): string {
  return `${instance}-${page}`;
}

/** When a part's own questions are asked: it takes part, and does not wait. */
export function askedWhen({ id, part, when }: PartInstance): Condition | undefined {
  if (!part.mayWait) return when;
  const now: Condition = { field: laterQuestion(id), op: 'eq', value: false };
  return when ? { all: [when, now] } : now;
}

/** How the bundle calls a question that it asks for one part alone. */
export function ownQuestion(instance: string, field: string): string {
  return `${instance}__${field}`;
}

/** The parts that these answers lead to, and whether they wait for later. `answers` are pruned. */
export function activeParts<Part extends BundlePart>(
  parts: readonly Part[],
  answers: Answers,
  context: FormContext,
): (PartInstance<Part> & { waits: boolean })[] {
  const lookup = lookupIn(answers, context);
  return partInstances(parts)
    .filter(({ when }) => !when || holds(when, lookup, context.today))
    .map((one) => ({ ...one, waits: one.part.mayWait === true && answers[laterQuestion(one.id)] === true }));
}

export type PartFiles<File> = Readonly<Record<string, readonly File[]>>;
export type FilledPart<Form, File> = {
  id: string;
  service: string;
  form: Form;
  answers: Answers;
  files: Record<string, readonly File[]>;
  /** Left for later: filled as far as the answers go. */
  waits: boolean;
};

/**
 * Makes of the one set of answers what each form is handed in with, or, for what waits, begun with.
 * @throws Error when a part's form is not known
 */
export function splitBundle<Form extends FormShape, File extends { mediaType: string }>(
  bundle: { parts: readonly BundlePart[]; form: FormShape },
  given: { answers: Answers; files: PartFiles<File> },
  formOf: (service: string) => Form | undefined,
  context: FormContext,
): FilledPart<Form, File>[] {
  const whole = { ...context, files: given.files };
  const { answers } = reach(bundle.form, given.answers, whole);
  return activeParts(bundle.parts, answers, whole).map((instance) => {
    const { waits } = instance;
    // What was answered before the part was left for later is not asked any more, and yet not lost.
    const said = waits ? { ...given.answers, ...answers } : answers;
    const form = formOf(instance.part.service);
    if (!form) throw new Error(`no form for ${instance.part.service}`);
    const filled: Answers = {};
    const files: Record<string, readonly File[]> = {};
    for (const { name } of form.pages.flatMap((page) => page.fields)) {
      const source = instance.part.map[name];
      const answer = answerFrom(source, instance, name, said);
      if (!isEmpty(answer)) filled[name] = answer as Answer;
      const papers = given.files[typeof source === 'string' ? source : ownQuestion(instance.id, name)];
      if (papers && papers.length > 0 && (source === undefined || typeof source === 'string'))
        files[name] = papers;
    }
    const shown = reach(form, filled, { ...context, files });
    const asked = new Set(shown.pages.flatMap(({ fields }) => fields.map(({ path }) => path)));
    return {
      id: instance.id,
      service: instance.part.service,
      form,
      answers: shown.answers,
      files: Object.fromEntries(Object.entries(files).filter(([name]) => asked.has(name))),
      waits,
    };
  });
}

function answerFrom(
  source: BundleSource | undefined,
  { id, part, index }: PartInstance,
  name: string,
  answers: Answers,
): Answer | undefined {
  if (source === undefined) return answers[ownQuestion(id, name)];
  if (typeof source === 'string') return answers[source];
  if ('value' in source) return source.value;
  if ('from' in source) return source.values[String(answers[source.from])];
  if ('omit' in source) return undefined;
  const items = part.each && answers[part.each.group];
  return isItems(items) && index !== null ? (items[index]?.[source.item] as Answer | undefined) : undefined;
}
