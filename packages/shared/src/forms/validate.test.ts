import { describe, expect, test } from 'vitest';
import type { Answer, FormContext } from './answers.ts';
import type { Field } from './definition.ts';
import { context, field, form, options } from './testing.ts';
import { validateField, validateForm, validatePage } from './validate.ts';

const codes = (more: Partial<Field>, answer: Answer | undefined, ctx: FormContext = context) =>
  validateField(field('f', more), answer, ctx).problems.map((problem) => problem.code);
const warned = (more: Partial<Field>, answer: Answer) =>
  validateField(field('f', more), answer, context).warnings.map((warning) => warning.code);
const choice: Partial<Field> = { type: 'radio', options: options('a', 'b') };

describe('one answer', () => {
  test.each<[string, Partial<Field>, Answer | undefined, string[]]>([
    ['is missing', {}, undefined, ['required']],
    ['is only spaces', {}, '   ', ['required']],
    ['may be missing', { required: false }, '', []],
    ['is there', {}, 'x', []],
    ['is of the wrong kind', {}, 7, ['malformed']],
    ['is a list where a text is asked', {}, ['a'], ['malformed']],
    ['is too short', { rules: { minLength: 3 } }, 'ab', ['tooShort']],
    ['is too long', { rules: { maxLength: 3 } }, 'abcd', ['tooLong']],
    ['is as long as allowed, counted in characters', { rules: { maxLength: 2 } }, '😀😀', []],
    ['does not fit its pattern', { rules: { pattern: '^\\d{5}$' } }, '0774', ['pattern']],
    ['fits its pattern', { rules: { pattern: '^\\d{5}$' } }, ' 07743 ', []],
    ['is a pattern with letters of the world', { rules: { pattern: '^\\p{L}+$' } }, 'Łódź', []],
    ['cannot be stored', { rules: { charset: 'din91379' } }, 'Иван', ['charset']],
    ['is none of a few texts', { rules: { oneOf: ['07743'] } }, '99423', ['notInList']],
    ['is an address', { type: 'email' }, 'a@b.de', []],
    ['is an address without @', { type: 'email' }, 'a.b.de', ['email']],
    ['is an address with two @', { type: 'email' }, 'a@b@c.de', ['email']],
    ['is an address without a dot', { type: 'email' }, 'a@localhost', ['email']],
    ['is an address that smuggles a header', { type: 'email' }, 'a@b.de,c@d.de', ['email']],
    ['is a number', { type: 'number', rules: { min: 1, max: 12 } }, '12', []],
    ['is a number too small', { type: 'number', rules: { min: 1 } }, 0, ['min']],
    ['is a number too large', { type: 'number', rules: { max: 12 } }, 13, ['max']],
    ['is half a number', { type: 'number' }, 1.5, ['number']],
    ['is a number in words', { type: 'number' }, 'vier', ['number']],
    ['is no number at all', { type: 'number' }, Number.NaN, ['number']],
    ['is a day', { type: 'date' }, '3.12.2026', []],
    ['is a day that does not exist', { type: 'date' }, '31.2.2026', ['date']],
    ['is half a date', { type: 'date' }, '2026-12-', ['date']],
    ['is today', { type: 'date', rules: { max: 'today' } }, '2026-11-23', []],
    ['is tomorrow', { type: 'date', rules: { max: 'today' } }, '2026-11-24', ['tooLate']],
    ['is too early', { type: 'date', rules: { min: '1900-01-01' } }, '1899-12-31', ['tooEarly']],
    ['is one of the options', choice, 'b', []],
    ['is none of the options', choice, 'c', ['notInList']],
    ['is several where one is asked', choice, ['a'], ['malformed']],
    ['is a code of a list', { type: 'select', codeList: 'countries' }, 'FR', []],
    ['is no code of a list', { type: 'select', codeList: 'countries' }, 'XX', ['notInList']],
    [
      'is an option beside a list',
      { type: 'select', codeList: 'countries', options: options('XXA') },
      'XXA',
      [],
    ],
    ['is several codes', { type: 'multiselect', codeList: 'countries' }, ['DE', 'IN'], []],
    [
      'is several codes, one unknown',
      { type: 'multiselect', codeList: 'countries' },
      ['DE', 'XX'],
      ['notInList'],
    ],
    ['is one code where several may be', { type: 'multiselect', codeList: 'countries' }, 'DE', ['malformed']],
    ['is no code at all', { type: 'checkboxGroup', options: options('a') }, [], ['required']],
    ['is not confirmed', { type: 'checkbox', rules: { mustBe: true } }, undefined, ['mustBe']],
    ['is unticked', { type: 'checkbox', rules: { mustBe: true } }, false, ['mustBe']],
    ['is confirmed', { type: 'checkbox', rules: { mustBe: true } }, true, []],
    ['is “yes” instead of a tick', { type: 'checkbox', rules: { mustBe: true } }, 'ja', ['malformed']],
  ])('%s', (_name, more, answer, expected) => {
    expect(codes(more, answer)).toEqual(expected);
  });

  test('carries its limit, never the answer', () => {
    expect(validateField(field('f', { rules: { maxLength: 3 } }), 'secret', context).problems).toEqual([
      { code: 'tooLong', params: { limit: 3 } },
    ]);
  });

  test('warns without blocking', () => {
    expect(warned({ type: 'date', rules: { warnBefore: 'today-14' } }, '2026-11-08')).toEqual(['before']);
    expect(warned({ type: 'date', rules: { warnBefore: 'today-14' } }, '2026-11-09')).toEqual([]);
    expect(warned({ type: 'date', rules: { warnAfter: 'today' } }, '2026-11-24')).toEqual(['after']);
    expect(warned({ codeList: 'streets' }, 'Neue Straße')).toEqual(['notInList']);
    expect(warned({ codeList: 'streets' }, 'lange str.')).toEqual([]);
  });
});

describe('files', () => {
  const file: Partial<Field> = { type: 'file', rules: { accept: ['image/jpeg'], maxFiles: 2 } };
  const withFiles = (...types: string[]) => ({
    ...context,
    files: { f: types.map((mediaType) => ({ mediaType })) },
  });

  test('are counted and looked at', () => {
    expect(codes(file, undefined)).toEqual(['required']);
    expect(codes(file, undefined, withFiles('image/jpeg'))).toEqual([]);
    expect(codes(file, undefined, withFiles('image/jpeg', 'image/jpeg', 'image/jpeg'))).toEqual([
      'tooManyFiles',
    ]);
    expect(codes(file, undefined, withFiles('text/html'))).toEqual(['mediaType']);
  });

  test('cannot be claimed by an answer', () => {
    expect(codes(file, 'there is a file')).toEqual(['required']);
  });
});

describe('a page and a form', () => {
  const people = form({
    one: [field('count', { type: 'number' })],
    two: [
      field('others', {
        type: 'group',
        required: false,
        repeat: { min: 0, max: 3, countFrom: 'count' },
        fields: [field('name'), field('born', { type: 'date', rules: { max: 'today' } })],
      }),
    ],
  });

  test('name a problem inside a group by its place', () => {
    const answers = { count: 2, others: [{ name: 'Ole', born: '1.1.2030' }] };
    expect(validateForm(people, answers, context).problems).toEqual([
      { page: 'two', path: 'others.0.born', code: 'tooLate', params: { limit: '2026-11-23' } },
      { page: 'two', path: 'others.1.name', code: 'required', params: {} },
      { page: 'two', path: 'others.1.born', code: 'required', params: {} },
    ]);
    expect(validatePage(people, 'one', answers, context).problems).toEqual([]);
    expect(validatePage(people, 'gone', answers, context)).toEqual({ problems: [], warnings: [] });
  });

  test('refuse a text where a group is asked', () => {
    expect(validateForm(people, { count: 1, others: 'Ole' }, context).problems).toMatchObject([
      { path: 'others', code: 'malformed' },
    ]);
  });
});
