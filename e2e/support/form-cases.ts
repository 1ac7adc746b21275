import { readFileSync } from 'node:fs';
import { dataDirectory } from '@jena/content/server';
import type { Answer, Answers, FormCase } from '@jena/shared/forms';
import { dayFromToday } from './lena.ts';

/** A form's own test cases: people and what they answer. */
export function formCases(form: string): FormCase[] {
  return JSON.parse(readFileSync(`${dataDirectory}forms/${form}.cases.json`, 'utf8')) as FormCase[];
}

/** The answers of one of them, chosen by its name. */
export function answersOf(form: string, name: RegExp): FormCase['answers'] {
  const found = formCases(form).find((one) => name.test(one.name));
  if (!found) throw new Error(`the form “${form}” has no test case ${name}`);
  return found.answers;
}

/** A test person's answers, their days moved along with today, as their lives would be. */
export function asOfToday({ today, answers }: FormCase): Answers {
  const days = Math.round((Date.parse(dayFromToday(0)) - Date.parse(today)) / 86_400_000);
  const moved = (answer: unknown): unknown => {
    if (typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer))
      return new Date(Date.parse(answer) + days * 86_400_000).toISOString().slice(0, 10);
    if (Array.isArray(answer)) return answer.map(moved);
    if (typeof answer !== 'object' || answer === null) return answer;
    return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, moved(value)]));
  };
  return moved(answers) as Record<string, Answer>;
}
