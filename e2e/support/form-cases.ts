import { readFileSync } from 'node:fs';
import { dataDirectory } from '@jena/content/server';
import type { FormCase } from '@jena/shared/forms';

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
