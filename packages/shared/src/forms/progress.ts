import { type Answers, type FormContext, type FormShape, isEmpty } from './answers.ts';
import { type ReachedPage, reach } from './reach.ts';
import { judgePage } from './validate.ts';

/** done: nothing wrong · current: being looked at · incomplete: begun or passed, but something is missing · open: still to come. */
export type StepState = 'done' | 'current' | 'incomplete' | 'open';
export type Step<Form extends FormShape> = { page: Form['pages'][number]; state: StepState };

/** The steps of a form with their state, „Schritt 3 von 7“. `current` is a page's id, or undefined on the review. */
export function progress<Form extends FormShape>(
  form: Form,
  current: string | undefined,
  answers: Answers,
  context: FormContext,
): Step<Form>[] {
  const { pages } = reach(form, answers, context);
  const here = current === undefined ? pages.length : pages.findIndex(({ page }) => page.id === current);
  return pages.map((reached, index): Step<Form> => {
    if (index === here) return { page: reached.page, state: 'current' };
    if (index > here && !isBegun(reached, context)) return { page: reached.page, state: 'open' };
    const clean = judgePage(reached, context).problems.length === 0;
    return { page: reached.page, state: clean ? 'done' : 'incomplete' };
  });
}

function isBegun(reached: ReachedPage, context: FormContext): boolean {
  return reached.fields.some(
    ({ field, answer }) =>
      (!isEmpty(answer) && answer !== field.initial) || (context.files?.[field.name]?.length ?? 0) > 0,
  );
}
