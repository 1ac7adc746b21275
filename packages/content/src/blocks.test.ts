import { describe, expect, test } from 'vitest';
import { type Blocks, expandForm } from './blocks.ts';

const label = { de: 'Frage', en: 'Question' };
const blocks: Blocks = new Map([
  [
    'person',
    [
      {
        name: 'familienname',
        type: 'text',
        label,
        required: true,
        prefill: 'card.familyName',
        autocomplete: 'family-name',
      },
      { name: 'verheiratet', type: 'radio', label, required: true },
      {
        name: 'partner',
        type: 'text',
        label,
        required: true,
        showWhen: { field: 'verheiratet', op: 'eq', value: 'ja' },
      },
    ],
  ],
]);
const form = (...fields: unknown[]) => ({ slug: 'f', pages: [{ id: 'p', fields }] });
const fieldsOf = (expanded: unknown) => (expanded as ReturnType<typeof form>).pages[0]?.fields;

describe('a form takes a block in', () => {
  test('as it is, about the applicant', () => {
    expect(fieldsOf(expandForm(form({ use: 'person' }), blocks))).toEqual(blocks.get('person'));
  });

  test('about somebody else: names and conditions carry the prefix, and nothing is filled in from the card', () => {
    expect(
      fieldsOf(expandForm(form({ use: 'person', prefix: 'kind_', omit: ['familienname'] }), blocks)),
    ).toEqual([
      { name: 'kind_verheiratet', type: 'radio', label, required: true },
      {
        name: 'kind_partner',
        type: 'text',
        label,
        required: true,
        showWhen: { field: 'kind_verheiratet', op: 'eq', value: 'ja' },
      },
    ]);
    const [name] = fieldsOf(expandForm(form({ use: 'person', prefix: 'kind_' }), blocks)) ?? [];
    expect(name).toEqual({ name: 'kind_familienname', type: 'text', label, required: true });
  });

  test('about the applicant under another name: the card still answers', () => {
    const [name] =
      fieldsOf(expandForm(form({ use: 'person', prefix: 'e1_', applicant: true }), blocks)) ?? [];
    expect(name).toMatchObject({ name: 'e1_familienname', prefill: 'card.familyName' });
  });

  test('under a condition, which joins the block’s own', () => {
    const asked = { field: 'haushalt', op: 'gt', value: 1 };
    const fields = fieldsOf(expandForm(form({ use: 'person', prefix: 'p_', showWhen: asked }), blocks));
    expect(fields).toMatchObject([
      { showWhen: asked },
      { showWhen: asked },
      { showWhen: { all: [asked, { field: 'p_verheiratet' }] } },
    ]);
  });

  test('with questions that may stay empty here', () => {
    const fields = fieldsOf(expandForm(form({ use: 'person', optional: ['partner'] }), blocks));
    expect(fields).toMatchObject([{ required: true }, { required: true }, { required: false }]);
  });

  test('inside a group', () => {
    const group = { name: 'kinder', type: 'group', fields: [{ use: 'person', omit: ['partner'] }] };
    expect(fieldsOf(expandForm(form(group), blocks))).toMatchObject([
      { fields: [{ name: 'familienname' }, { name: 'verheiratet' }] },
    ]);
  });

  test.each([
    ['a block that nobody wrote', { use: 'pferd' }, 'is not known'],
    ['a question that it does not have', { use: 'person', omit: ['schuhe'] }, 'has no question “schuhe”'],
    ['a word that means nothing', { use: 'person', prefx: 'kind_' }, 'cannot be told “prefx”'],
  ])('not: %s', (_what, wish, says) => {
    expect(() => expandForm(form(wish), blocks)).toThrow(says);
  });

  test('or takes none: it stays as it is, even when it is no form', () => {
    const own = form({ name: 'eigen', type: 'text', label, required: false });
    expect(expandForm(own, blocks)).toEqual(own);
    expect(expandForm(null, blocks)).toBeNull();
  });
});
