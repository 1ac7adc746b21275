import { describe, expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import type { Field } from './definition.ts';
import { normalise } from './normalise.ts';
import { field, today } from './testing.ts';

describe('an answer is stored', () => {
  test.each<[string, Partial<Field>, Answer, Answer]>([
    ['without stray spaces', {}, '  Erika \t Maria ', 'Erika Maria'],
    ['with composed accents', {}, 'Mu\u0308ller', 'M\u00fcller'],
    ['without invisible characters', {}, 'Jena\u200b', 'Jena'],
    ['with its line breaks in a long text', { type: 'textarea' }, ' a\r\nb ', 'a\nb'],
    ['as a serial number', { rules: { compact: true } }, ' t22 000 129 ', 'T22000129'],
    [
      'as an address whose domain is lower case',
      { type: 'email' },
      ' Erika.M@Example.ORG ',
      'Erika.M@example.org',
    ],
    ['as a telephone number with plain hyphens', { type: 'tel' }, '03641 – 49', '03641 - 49'],
    ['as a number', { type: 'number' }, ' 4 ', 4],
    ['as typed when it is no number', { type: 'number' }, '4,5', '4,5'],
    ['as a day', { type: 'date' }, '3.12.2026', '2026-12-03'],
    ['as typed when it is no day', { type: 'date' }, '31.2.2026', '31.2.2026'],
    ['without a code twice', { type: 'multiselect' }, ['DE', 'FR', 'DE'], ['DE', 'FR']],
    ['unchanged when it is a choice', { type: 'radio' }, 'ja', 'ja'],
    ['unchanged when its kind is wrong', {}, 7, 7],
  ])('%s', (_name, more, given, expected) => {
    expect(normalise(field('f', more), given, today)).toEqual(expected);
  });

  test('inside every item of a group', () => {
    const group = field('g', {
      type: 'group',
      fields: [field('born', { type: 'date' })],
      repeat: { min: 0, max: 3 },
    });
    expect(normalise(group, [{ born: '1.2.2020', other: ' x ' }], today)).toEqual([
      { born: '2020-02-01', other: ' x ' },
    ]);
  });
});
