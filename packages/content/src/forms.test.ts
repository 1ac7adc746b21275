import { readFileSync } from 'node:fs';
import {
  coverage,
  type FormCase,
  type FormDefinition,
  fingerprint,
  isEmpty,
  migrateDraft,
  pruneAnswers,
  walkCase,
} from '@jena/shared/forms';
import { formCasesSchema } from '@jena/shared/forms/schema';
import { describe, expect, test } from 'vitest';
import { kitaList } from './bundles.ts';
import { countries } from './countries.ts';
import { dataDirectory, loadContent } from './load.ts';
import { parseContent } from './parse.ts';

const folder = `${dataDirectory}/forms`;
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { content } = parseContent(loadContent());
const codeLists = {
  streets: new Set(read(`${dataDirectory}/streets.json`) as string[]),
  countries: new Set(countries('de').map((country) => country.code)),
  kitas: new Set(kitaList(content.kitas).map((kita) => kita.code)),
};

const forms = content.forms.map((form): [string, FormDefinition, FormCase[]] => [
  form.slug,
  form,
  formCasesSchema.parse(read(`${folder}/${form.slug}.cases.json`)),
]);

test('there is at least the form for registering a home', () => {
  expect(forms.map(([, form]) => form.slug)).toContain('wohnsitz-anmelden');
});

describe.each(forms)('the form %s', (_file, form, cases) => {
  test.each(cases.map((told): [string, FormCase] => [told.name, told]))('%s', (_name, told) => {
    expect(walkCase(form, told, codeLists)).toEqual(told.expect);
  });

  test('shows every page and every field to someone', () => {
    expect(coverage(form, cases, codeLists)).toEqual({ pages: [], fields: [] });
  });

  test('hands in only what counts, and that is what it would hand in again', () => {
    for (const told of cases) {
      const context = { today: told.today, codeLists, files: told.files };
      const once = pruneAnswers(form, told.answers, context);
      expect(pruneAnswers(form, once, context)).toEqual(once);
      expect(Object.values(once).some(isEmpty)).toBe(false);
    }
  });

  test('keeps every draft as it is when the version is the same', () => {
    for (const told of cases) {
      const moved = migrateDraft(fingerprint(form, 'de'), form, told.answers);
      expect(moved).toEqual({ answers: told.answers, changed: [], aside: {} });
    }
  });

  test('prefills only with codes that its lists know', () => {
    for (const field of form.pages.flatMap((page) => page.fields)) {
      const known = new Set([
        ...(field.options ?? []).map((option) => option.value),
        ...(field.codeList ? codeLists[field.codeList] : []),
      ]);
      for (const code of Object.values(field.prefillMap ?? {})) expect(known).toContain(code);
    }
  });
});
