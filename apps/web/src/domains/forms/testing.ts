import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expandForm, localize, type Service } from '@jena/content';
import type { FormCase, FormDefinition } from '@jena/shared/forms';
import type { FormData } from './form-data.ts';

/** Read as files: `@jena/content/server` finds its folder by URL, which a test's browser environment replaces. */
const content = `${import.meta.dirname}/../../../../../packages/content/data`;
const read = <T>(file: string) => JSON.parse(readFileSync(`${content}/${file}`, 'utf8')) as T;

const blocks = new Map(
  readdirSync(`${content}/blocks`).map((file): [string, Record<string, unknown>[]] => [
    basename(file, '.json'),
    read(`blocks/${file}`),
  ]),
);

/** The real form of „Wohnsitz anmelden“ in German, for tests. */
export function realForm(): FormData {
  return {
    form: localize(expandForm(read('forms/wohnsitz-anmelden.json'), blocks) as FormDefinition, 'de'),
    service: localize(
      read<Service>('services/wohnsitz-anmelden.json'),
      'de',
    ) as unknown as FormData['service'],
    streets: read<string[]>('streets.json'),
    countries: [
      { code: 'DE', name: 'Deutschland' },
      { code: 'FR', name: 'Frankreich' },
    ],
    kitas: [],
  };
}

/** The people of the form's own test cases; the first lacks nothing. */
export function realCases(): FormCase[] {
  return read('forms/wohnsitz-anmelden.cases.json');
}
