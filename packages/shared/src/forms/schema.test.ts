import { describe, expect, test } from 'vitest';
import { coverage, walkCase } from './coverage.ts';
import type { FormDefinition } from './definition.ts';
import { formDefinitionSchema } from './schema.ts';
import { context, field, form, options, today } from './testing.ts';

const faults = (given: FormDefinition) => {
  const result = formDefinitionSchema.safeParse(given);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
};

describe('a form as data', () => {
  test('is accepted when it is sound', () => {
    const sound = form({
      a: [
        field('x', { type: 'radio', options: options('ja') }),
        field('y', { showWhen: { field: 'x', op: 'eq', value: 'ja' } }),
      ],
    });
    expect(faults(sound)).toEqual([]);
  });

  test.each<[string, FormDefinition, string]>([
    [
      'a condition on a later question',
      form({ a: [field('x', { showWhen: { field: 'y', op: 'notEmpty' } }), field('y')] }),
      'x: “y” is not asked before',
    ],
    [
      'a condition on itself',
      form({ a: [field('x', { showWhen: { field: 'x', op: 'notEmpty' } })] }),
      'x: “x” is not asked before',
    ],
    ['a question asked twice', form({ a: [field('x')], b: [field('x')] }), 'x: asked twice'],
    ['nothing to choose from', form({ a: [field('x', { type: 'radio' })] }), 'x: nothing to choose from'],
    ['a page named like the review', form({ pruefen: [field('x')] }), 'page pruefen: the name is taken'],
    [
      'a group without fields',
      form({ a: [field('x', { type: 'group', repeat: { min: 0, max: 1 } })] }),
      'x: fields belong to groups',
    ],
    [
      'a number where a day is compared',
      form({ a: [field('x', { type: 'date', rules: { max: 3 } })] }),
      'x: min and max do not fit a date',
    ],
    [
      'an unknown day',
      form({ a: [field('x', { type: 'date', rules: { max: 'tomorrow' } })] }),
      'not a day, nor today±N',
    ],
    ['a broken pattern', form({ a: [field('x', { rules: { pattern: '(' } })] }), 'not a regular expression'],
    [
      'a file inside a group',
      form({
        a: [
          field('x', { type: 'group', repeat: { min: 0, max: 1 }, fields: [field('y', { type: 'file' })] }),
        ],
      }),
      'x.y: not inside a group',
    ],
  ])('is refused with %s', (_name, given, expected) => {
    expect(faults(given)).toContain(expected);
  });
});

describe('test cases of a form', () => {
  const home = form({ a: [field('x')], b: [field('y')] }, { b: { field: 'x', op: 'eq', value: 'on' } });
  const told = {
    name: 'someone',
    today,
    answers: { x: 'off' },
    expect: { pages: [], problems: [], warnings: [], evidence: [], missingEvidence: [] },
  };

  test('name the pages and fields that nobody sees', () => {
    expect(coverage(home, [told], context.codeLists)).toEqual({ pages: ['b'], fields: ['y'] });
    expect(coverage(home, [told, { ...told, answers: { x: 'on' } }], context.codeLists)).toEqual({
      pages: [],
      fields: [],
    });
  });

  test('are walked page by page', () => {
    expect(walkCase(home, { ...told, answers: { x: 'on' } }, context.codeLists)).toMatchObject({
      pages: ['a', 'b'],
      problems: ['y: required'],
    });
  });
});
