import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { nextPage, previousPage, pruneAnswers, reachablePages, visibleFields } from './reach.ts';
import { context, field, form, options } from './testing.ts';

const yes = (name: string) => ({ field: name, op: 'eq', value: 'ja' }) as const;
const home = form(
  {
    first: [field('abroad', { type: 'radio', options: options('ja', 'nein') })],
    abroad: [
      field('state', { type: 'select', codeList: 'countries' }),
      field('before', { type: 'radio', options: options('ja', 'nein') }),
      field('when', { type: 'date', showWhen: yes('before') }),
    ],
    people: [
      field('count', { type: 'number', rules: { min: 1, max: 4 } }),
      field('others', {
        type: 'group',
        required: false,
        showWhen: { field: 'count', op: 'gt', value: 1 },
        repeat: { min: 0, max: 3, countFrom: 'count', minus: 1 },
        fields: [
          field('name'),
          field('child', { type: 'checkbox', required: false }),
          field('school', { showWhen: { field: 'child', op: 'eq', value: true } }),
        ],
      }),
    ],
    school: [field('note')],
  },
  { abroad: yes('abroad'), school: { field: 'others.child', op: 'eq', value: true } },
);
const ids = (answers: Answers) => reachablePages(home, answers, context).map((page) => page.id);

describe('the way through a form', () => {
  test('leaves out pages whose condition does not hold', () => {
    expect(ids({})).toEqual(['first', 'people']);
    expect(ids({ abroad: 'ja' })).toEqual(['first', 'abroad', 'people']);
  });

  test('opens a page for what stands in an item of a group', () => {
    expect(ids({ count: 2, others: [{ name: 'Ole', child: true }] })).toEqual(['first', 'people', 'school']);
  });

  test('goes on from a page that an answer just closed', () => {
    expect(nextPage(home, 'abroad', { abroad: 'nein' }, context)?.id).toBe('people');
    expect(previousPage(home, 'abroad', { abroad: 'nein' }, context)?.id).toBe('first');
  });

  test('ends after the last page, begins before the first, and starts from an unknown page', () => {
    expect(nextPage(home, 'people', {}, context)).toBeUndefined();
    expect(previousPage(home, 'first', {}, context)).toBeUndefined();
    expect(nextPage(home, 'gone', {}, context)?.id).toBe('first');
  });

  test('leaves out a page none of whose questions is shown', () => {
    const shy = form({ a: [field('x')], b: [field('y', { showWhen: yes('x') })] });
    expect(reachablePages(shy, {}, context).map((page) => page.id)).toEqual(['a']);
  });

  test('shows as many items as another answer says, filled or not', () => {
    const shown = visibleFields(home, 'people', { count: '3', others: [{ name: 'Ole' }] }, context);
    expect(shown[1]?.items?.map((item) => item.map((one) => one.path))).toEqual([
      ['others.0.name', 'others.0.child'],
      ['others.1.name', 'others.1.child'],
    ]);
  });

  test.each([['viele'], [2.5], [-7], [99]])('stays within its bounds when the count is %s', (count) => {
    const shown = visibleFields(home, 'people', { count }, context);
    expect(shown[1]?.items?.length ?? 0).toBeLessThanOrEqual(3);
  });
});

describe('the answers that count', () => {
  test('leave out what hangs on a question that is not asked any more, and what hangs on that', () => {
    const answers = { abroad: 'nein', state: 'FR', before: 'ja', when: '1.1.2020', count: 1 };
    expect(pruneAnswers(home, answers, context)).toEqual({ abroad: 'nein', count: 1 });
  });

  test('leave out people beyond the count, hidden questions of an item, blanks and unknown names', () => {
    const answers = {
      abroad: 'nein',
      count: '2',
      others: [{ name: ' Ole ', school: 'Nordschule', foreign: 'x' }, { name: 'Mia' }],
      stranger: 'x',
      note: '  ',
    };
    expect(pruneAnswers(home, answers, context)).toEqual({
      abroad: 'nein',
      count: 2,
      others: [{ name: 'Ole' }],
    });
  });

  test('are not confused by names that every object has', () => {
    const strange = form({
      a: [field('constructor'), field('x', { showWhen: { field: 'toString', op: 'notEmpty' } })],
    });
    expect(pruneAnswers(strange, {}, context)).toEqual({});
    expect(visibleFields(strange, 'a', {}, context)).toHaveLength(1);
  });

  test('whatever is sent: pruning twice changes nothing, and the way back is the way there', () => {
    const value = fc.oneof(
      fc.constantFrom('ja', 'nein', '', ' ', 'FR', '2', '1.1.2020'),
      fc.integer({ min: -2, max: 9 }),
      fc.boolean(),
      fc.array(
        fc.dictionary(
          fc.constantFrom('name', 'child', 'school', '__proto__'),
          fc.oneof(fc.string(), fc.boolean()),
        ),
        { maxLength: 5 },
      ),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const names = fc.constantFrom('abroad', 'state', 'before', 'when', 'count', 'others', 'note', 'other');
    fc.assert(
      fc.property(fc.dictionary(names, value), (raw) => {
        const answers = raw as Answers;
        const once = pruneAnswers(home, answers, context);
        expect(pruneAnswers(home, once, context)).toEqual(once);
        const there: string[] = [];
        for (let page = home.pages[0]; page; page = nextPage(home, page.id, answers, context))
          there.push(page.id);
        expect(there).toEqual(ids(answers));
        const back = [there.at(-1) ?? ''];
        for (
          let page = previousPage(home, back[0] ?? '', answers, context);
          page;
          page = previousPage(home, page.id, answers, context)
        )
          back.unshift(page.id);
        expect(back).toEqual(there);
      }),
      { numRuns: 500 },
    );
  });
});
