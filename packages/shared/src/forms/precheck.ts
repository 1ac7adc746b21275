import type { Day } from '../kernel/days.ts';
import type { Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { Condition } from './definition.ts';

/** Three questions are the most that a pre-check (Vorabcheck) asks. */
export const mostPrecheckQuestions = 3;

type Shown = { showWhen?: Condition | undefined };
/** What the engine needs of a pre-check: as the content holds it, or the same in one language. */
export type PrecheckShape = {
  questions: readonly (Shown & {
    id: string;
    /** `fills`: answers of the service's form that are known by this choice. */
    options: readonly { value: string; fills?: Readonly<Record<string, string>> | undefined }[];
  })[];
  /** The first whose condition holds is shown. */
  results: readonly { id: string; when?: Condition | undefined; fits: boolean }[];
};

/** Question → chosen value. */
export type PrecheckAnswers = Readonly<Record<string, string>>;

type Question<P extends PrecheckShape> = P['questions'][number];
export type PrecheckStep<P extends PrecheckShape> =
  | { kind: 'question'; question: Question<P>; number: number }
  | { kind: 'result'; result: P['results'][number] }
  /** The data has no result for these answers; the content build refuses such data. */
  | { kind: 'open' };

/** The questions that these answers lead to, those that are answered first, the next one last. */
export function precheckPath<P extends PrecheckShape>(
  precheck: P,
  answers: PrecheckAnswers,
  today: Day,
): {
  asked: { question: Question<P>; value: string }[];
  next: Question<P> | undefined;
  kept: PrecheckAnswers;
} {
  const kept: Record<string, string> = {};
  const asked: { question: Question<P>; value: string }[] = [];
  for (const question of precheck.questions as readonly Question<P>[]) {
    if (question.showWhen && !holds(question.showWhen, (id) => kept[id], today)) continue;
    const value = answers[question.id];
    if (value === undefined || !question.options.some((option) => option.value === value))
      return { asked, next: question, kept };
    kept[question.id] = value;
    asked.push({ question, value });
  }
  return { asked, next: undefined, kept };
}

/** What stands on the screen after these answers: the next question, or what they come to. */
export function precheckStep<P extends PrecheckShape>(
  precheck: P,
  answers: PrecheckAnswers,
  today: Day,
): PrecheckStep<P> {
  const { asked, next, kept } = precheckPath(precheck, answers, today);
  if (next) return { kind: 'question', question: next, number: asked.length + 1 };
  const result = precheck.results.find(({ when }) => !when || holds(when, (id) => kept[id], today));
  return result ? { kind: 'result', result } : { kind: 'open' };
}

/** What the form need not ask any more. Answers to questions that these answers do not lead to count for nothing. */
export function precheckFills(precheck: PrecheckShape, answers: PrecheckAnswers, today: Day): Answers {
  const { asked } = precheckPath(precheck, answers, today);
  return Object.assign(
    {},
    ...asked.map(({ question, value }) => question.options.find((one) => one.value === value)?.fills),
  ) as Answers;
}

/** Every way through a pre-check, as its answers. */
export function precheckWays(precheck: PrecheckShape, today: Day): PrecheckAnswers[] {
  const walk = (answers: PrecheckAnswers): PrecheckAnswers[] => {
    const { next } = precheckPath(precheck, answers, today);
    return next ? next.options.flatMap((option) => walk({ ...answers, [next.id]: option.value })) : [answers];
  };
  return walk({});
}
