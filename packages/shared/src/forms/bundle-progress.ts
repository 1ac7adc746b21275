import type { Answers, FormContext, FormShape } from './answers.ts';
import { activeParts, type BundlePart, type BundleSource, type PartInstance, partPage } from './bundle.ts';
import { progress, type Step } from './progress.ts';
import { reach } from './reach.ts';

/** How far some pages are. `next` is the first of them that still wants something. */
export type PagesDone = { done: number; total: number; next: string | undefined };

export type BundleProgress<Part extends BundlePart> = {
  /** What is asked once for all, with the declarations at the end. */
  common: PagesDone;
  parts: (PartInstance<Part> & PagesDone & { waits: boolean })[];
};

/** How far a bundle is: what all need, and each part that these answers lead to. */
export function bundleProgress<Part extends BundlePart>(
  { parts, form }: { parts: readonly Part[]; form: FormShape },
  given: Answers,
  context: FormContext,
): BundleProgress<Part> {
  const { answers } = reach(form, given, context);
  const active = activeParts(parts, answers, context);
  const steps = progress(form, undefined, given, context);
  const belongs = (id: string, page: string) => page.startsWith(partPage(id, ''));
  const own = (id: string) => steps.filter(({ page }) => belongs(id, page.id));
  const common = steps.filter(({ page }) => !active.some(({ id }) => belongs(id, page.id)));
  return { common: pagesDone(common), parts: active.map((one) => ({ ...one, ...pagesDone(own(one.id)) })) };
}

function pagesDone(steps: readonly Step<FormShape>[]): PagesDone {
  const done = steps.filter(({ state }) => state === 'done').length;
  return { done, total: steps.length, next: steps.find(({ state }) => state !== 'done')?.page.id };
}

/** The parts that get an answer to one of these questions of the bundle, among those given. */
export function partsThatShare<One extends PartInstance>(
  active: readonly One[],
  questions: readonly string[],
): One[] {
  return active.filter(({ part }) =>
    Object.values(part.map).some((source) => questions.includes(questionOf(source, part) ?? '')),
  );
}

function questionOf(source: BundleSource, { each }: BundlePart): string | undefined {
  if (typeof source === 'string') return source;
  if ('from' in source) return source.from;
  return 'item' in source ? each?.group : undefined;
}
