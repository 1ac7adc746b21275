import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import type { Field, FieldType, FormDefinition } from './definition.ts';
import { fingerprint } from './fingerprint.ts';
import { joinAside, migrateDraft } from './migrate.ts';
import { field, form, options } from './testing.ts';

const person = field('others', {
  type: 'group',
  required: false,
  repeat: { min: 0, max: 3 },
  fields: [field('name'), field('kin', { type: 'select', options: options('child', 'other') })],
});
const old = form({
  a: [field('street'), field('kind', { type: 'radio', options: options('main', 'second') })],
  b: [person, field('proof', { type: 'file' })],
});
const before: Answers = { street: 'Wagnergasse', kind: 'main', others: [{ name: 'Ole', kin: 'child' }] };
const move = (next: FormDefinition, answers = before, filled: string[] = []) =>
  migrateDraft(fingerprint(old, 'de'), next, answers, filled);
const edited = (change: (pages: Record<string, Field[]>) => void): FormDefinition => {
  const pages = Object.fromEntries(old.pages.map((page) => [page.id, [...page.fields]]));
  change(pages);
  return { ...form(pages), version: 2 };
};
const replace = (name: string, next: Field) =>
  edited((pages) => {
    for (const [id, fields] of Object.entries(pages))
      pages[id] = fields.map((one) => (one.name === name ? next : one));
  });

describe('a draft whose form has a new version', () => {
  test('stays as it is when nothing about its questions changed', () => {
    expect(move({ ...old, version: 2 })).toEqual({ answers: before, changed: [], aside: {} });
  });

  test('stays as it is when questions only moved to other pages', () => {
    const moved = form({
      z: [person],
      y: [...(old.pages[0]?.fields ?? []), field('proof', { type: 'file' })],
    });
    expect(move(moved).changed).toEqual([]);
  });

  test('names a new question', () => {
    const next = edited((pages) => pages.a?.push(field('floor')));
    expect(move(next)).toEqual({
      answers: before,
      changed: [{ field: 'floor', reason: 'added' }],
      aside: {},
    });
  });

  test('keeps the answer to a removed question aside', () => {
    const next = edited((pages) => pages.a?.shift());
    const { answers, changed, aside } = move(next);
    expect(answers).not.toHaveProperty('street');
    expect(aside).toEqual({ street: 'Wagnergasse' });
    expect(changed).toEqual([{ field: 'street', reason: 'removed' }]);
  });

  test('keeps an answer aside that is asked in another way', () => {
    expect(move(replace('street', field('street', { type: 'number' })))).toMatchObject({
      aside: { street: 'Wagnergasse' },
      changed: [{ field: 'street', reason: 'type' }],
    });
  });

  test('keeps an answer where the kind is the same: one line or several, buttons or a list', () => {
    const next = replace('kind', field('kind', { type: 'select', options: options('main', 'second') }));
    expect(move(next).answers.kind).toBe('main');
  });

  test('keeps an answer aside that is no longer offered', () => {
    const next = replace('kind', field('kind', { type: 'radio', options: options('first', 'second') }));
    expect(move(next).aside).toEqual({ kind: 'main' });
    expect(move(next).changed).toContainEqual({ field: 'kind', reason: 'options' });
  });

  test('names an answered question that reads differently, for it may mean the opposite now', () => {
    const next = replace('street', {
      ...field('street'),
      label: { de: 'Straße, die Sie verlassen', en: 'x' },
    });
    expect(move(next)).toEqual({
      answers: before,
      changed: [{ field: 'street', reason: 'wording' }],
      aside: {},
    });
  });

  test('names answered questions with other rules or conditions, not unanswered ones', () => {
    const strict = replace('street', field('street', { rules: { maxLength: 3 } }));
    expect(move(strict).changed).toEqual([{ field: 'street', reason: 'rules' }]);
    expect(move(strict, {}).changed).toEqual([]);
    const shy = replace('kind', {
      ...(old.pages[0]?.fields[1] as Field),
      showWhen: { field: 'street', op: 'notEmpty' },
    });
    expect(move(shy).changed).toEqual([{ field: 'kind', reason: 'condition' }]);
  });

  test('does not call a better error sentence a change', () => {
    const kinder = replace('street', field('street', { rules: { message: { de: 'a', en: 'b' } } }));
    expect(move(kinder).changed).toEqual([]);
  });

  test('carries groups over item by item', () => {
    const next = replace('others', { ...person, fields: [field('name')] });
    expect(move(next)).toEqual({
      answers: { ...before, others: [{ name: 'Ole' }] },
      aside: { others: [{ kin: 'child' }] },
      changed: [{ field: 'others.kin', reason: 'removed' }],
    });
  });

  test('names files whose question is gone', () => {
    const next = edited((pages) => pages.b?.pop());
    expect(move(next, before, ['proof']).changed).toEqual([{ field: 'proof', reason: 'removed' }]);
  });
});

describe('whatever is edited', () => {
  const names = ['a', 'b', 'c', 'd'];
  const types: FieldType[] = ['text', 'number', 'date', 'radio', 'multiselect', 'checkbox', 'group'];
  const anyField = fc.record({
    name: fc.constantFrom(...names),
    type: fc.constantFrom(...types),
    label: fc.constantFrom('Eins', 'Zwei'),
    values: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
    required: fc.boolean(),
  });
  const build = (
    parts: { name: string; type: FieldType; label: string; values: string[]; required: boolean }[],
  ) =>
    form({
      page: parts.map(({ name, type, label, values, required }) => ({
        ...field(name, { type, required }),
        label: { de: label, en: label },
        ...(type === 'radio' || type === 'multiselect' ? { options: options(...values) } : {}),
        ...(type === 'group'
          ? { fields: values.map((value) => field(value)), repeat: { min: 0, max: 3 } }
          : {}),
      })),
    });
  const anyForm = fc.uniqueArray(anyField, { selector: (one) => one.name, minLength: 1 }).map(build);
  const anyAnswer = fc.oneof(
    fc.constantFrom('x', 'y', 'z', 'Jena', ''),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    fc.array(fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.string(), { minKeys: 1 }), {
      minLength: 1,
      maxLength: 3,
    }),
  );
  const anyAnswers = fc.dictionary(fc.constantFrom(...names, 'gone'), anyAnswer);

  test('every answer is afterwards in the draft or kept aside, and nothing moves unnamed', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyAnswers, (from, to, raw) => {
        const answers = raw as Answers;
        const { answers: kept, aside, changed } = migrateDraft(fingerprint(from, 'de'), to, answers);
        for (const [name, answer] of Object.entries(answers)) {
          const whole = kept[name] ?? [];
          const away = aside[name] ?? [];
          if (aside[name] === undefined) expect(kept[name]).toEqual(answer);
          else if (kept[name] === undefined) expect(aside[name]).toEqual(answer);
          else {
            const joined = (answer as object[]).map((_, index) => ({
              ...(whole as object[])[index],
              ...(away as object[])[index],
            }));
            expect(joined).toEqual(answer);
          }
          if (aside[name] !== undefined) {
            expect(
              changed.some((change) => change.field === name || change.field.startsWith(`${name}.`)),
            ).toBe(true);
          }
        }
        expect(Object.keys(kept).every((name) => name in answers)).toBe(true);
        expect(Object.keys(aside).every((name) => name in answers)).toBe(true);
        expect(new Set(changed.map((change) => `${change.field} ${change.reason}`)).size).toBe(
          changed.length,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('through one change after another, each answered anew in between, no answer is lost', () => {
    fc.assert(
      fc.property(
        fc.array(anyForm, { minLength: 3, maxLength: 5 }),
        fc.array(anyAnswers),
        (forms, written) => {
          let answers: Answers = {};
          let aside: Answers = {};
          const given: [string, string][] = [];
          forms.slice(1).forEach((to, step) => {
            const from = { ...(forms[step] as FormDefinition), version: step + 1 };
            // Only what is asked can be answered; what is answered anew, the person replaces knowingly.
            const asked = from.pages.flatMap(({ fields }) => fields.filter(({ type }) => type !== 'group'));
            for (const { name } of asked) {
              const answer = (written[step] ?? {})[name];
              if (answer === undefined) continue;
              const gone = given.findIndex(
                ([known, text]) => known === name && text === JSON.stringify(answers[name]),
              );
              if (gone >= 0) given.splice(gone, 1);
              answers = { ...answers, [name]: answer as Answers[string] };
              given.push([name, JSON.stringify(answer)]);
            }
            const moved = migrateDraft(fingerprint(from, 'de'), { ...to, version: step + 2 }, answers);
            answers = moved.answers;
            aside = joinAside(aside, moved.aside, step + 1);
          });
          const kept = new Set(
            [...Object.entries(answers), ...Object.entries(aside)].map(
              ([name, answer]) => `${name.split('@')[0]} ${JSON.stringify(answer)}`,
            ),
          );
          // A list that lost some of its parts is in both; those are tried above.
          for (const [name, text] of given)
            if (!text.startsWith('[{')) expect(kept).toContain(`${name} ${text}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('moving once more to the same version changes nothing', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyAnswers, (from, to, raw) => {
        const first = migrateDraft(fingerprint(from, 'de'), to, raw as Answers);
        const second = migrateDraft(fingerprint(to, 'de'), to, first.answers);
        expect(second).toEqual({ answers: first.answers, changed: [], aside: {} });
      }),
      { numRuns: 500 },
    );
  });
});
