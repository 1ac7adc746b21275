import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { fieldsOf, holds } from './conditions.ts';
import type { Condition } from './definition.ts';
import { today } from './testing.ts';

const meets = (condition: Condition, answers: Answers) => holds(condition, (name) => answers[name], today);

describe('a condition', () => {
  test.each<[string, Condition, Answers, boolean]>([
    ['eq on a code', { field: 'a', op: 'eq', value: 'ja' }, { a: 'ja' }, true],
    ['eq on another code', { field: 'a', op: 'eq', value: 'ja' }, { a: 'nein' }, false],
    ['eq on a ticked box', { field: 'a', op: 'eq', value: true }, { a: true }, true],
    ['eq false on an unticked box', { field: 'a', op: 'eq', value: false }, {}, true],
    ['eq on nothing', { field: 'a', op: 'eq', value: 'ja' }, {}, false],
    ['in', { field: 'a', op: 'in', value: ['x', 'y'] }, { a: 'y' }, true],
    ['in, but another', { field: 'a', op: 'in', value: ['x', 'y'] }, { a: 'z' }, false],
    ['gt', { field: 'n', op: 'gt', value: 1 }, { n: 2 }, true],
    ['gt at the limit', { field: 'n', op: 'gt', value: 1 }, { n: 1 }, false],
    ['gt on words', { field: 'n', op: 'gt', value: 1 }, { n: 'zwei' }, false],
    ['lt', { field: 'n', op: 'lt', value: 18 }, { n: 17 }, true],
    ['gt on days', { field: 'd', op: 'gt', value: '2026-01-01' }, { d: '2026-01-02' }, true],
    ['contains in a list', { field: 'l', op: 'contains', value: 'b' }, { l: ['a', 'b'] }, true],
    ['contains, but not', { field: 'l', op: 'contains', value: 'c' }, { l: ['a', 'b'] }, false],
    ['contains in a text', { field: 't', op: 'contains', value: 'Jena' }, { t: 'in Jena' }, true],
    ['notEmpty', { field: 'a', op: 'notEmpty' }, { a: 'x' }, true],
    ['notEmpty on spaces', { field: 'a', op: 'notEmpty' }, { a: '  ' }, false],
    ['notEmpty on zero', { field: 'a', op: 'notEmpty' }, { a: 0 }, true],
    ['ageLt one day before the birthday', { field: 'd', op: 'ageLt', value: 18 }, { d: '2008-11-24' }, true],
    ['ageLt on the birthday', { field: 'd', op: 'ageLt', value: 18 }, { d: '2008-11-23' }, false],
    ['ageLt on a half typed date', { field: 'd', op: 'ageLt', value: 18 }, { d: '2008-11-' }, false],
    ['ageLt on a day in the future', { field: 'd', op: 'ageLt', value: 18 }, { d: '2030-01-01' }, false],
    [
      'childAgeLt on a group',
      { field: 'g', op: 'childAgeLt', value: 18 },
      { g: [{ born: '1990-01-01' }, { born: '2020-01-01' }] },
      true,
    ],
    [
      'childAgeLt on adults',
      { field: 'g', op: 'childAgeLt', value: 18 },
      { g: [{ born: '1990-01-01' }] },
      false,
    ],
    [
      'all',
      {
        all: [
          { field: 'a', op: 'notEmpty' },
          { field: 'b', op: 'notEmpty' },
        ],
      },
      { a: 'x' },
      false,
    ],
    [
      'any',
      {
        any: [
          { field: 'a', op: 'notEmpty' },
          { field: 'b', op: 'notEmpty' },
        ],
      },
      { a: 'x' },
      true,
    ],
    ['not', { not: { field: 'a', op: 'eq', value: 'ja' } }, {}, true],
  ])('%s', (_name, condition, answers, expected) => {
    expect(meets(condition, answers)).toBe(expected);
  });

  test('names every field it reads', () => {
    const condition: Condition = {
      all: [{ field: 'a', op: 'notEmpty' }, { not: { any: [{ field: 'g.b', op: 'ageLt', value: 18 }] } }],
    };
    expect(fieldsOf(condition)).toEqual(['a', 'g.b']);
  });
});
