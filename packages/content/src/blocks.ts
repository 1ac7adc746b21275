import type { Condition } from '@jena/shared/forms';

/**
 * Blocks: questions that many forms ask in the same words (who one is, where one lives, how one is reached). A form takes
 * one in with `{ "use": "person" }` in a list of fields. Each is written once, in `data/blocks/`.
 */

type Loose = Record<string, unknown>;

/** How a form takes a block in. */
export type Use = {
  use: string;
  /** Stands before each name, where somebody else than the applicant is asked about: 'kind_', 'halter_'. */
  prefix?: string;
  /** With a prefix, and yet about the applicant: the first of two parents, the private address of a business. */
  applicant?: true;
  /** Questions of the block that this form does not ask, by their names in the block. */
  omit?: string[];
  /** Questions that may stay empty here. */
  optional?: string[];
  /** When the whole block is asked. */
  showWhen?: Condition;
};

export type Blocks = ReadonlyMap<string, readonly Loose[]>;

/**
 * A form as written, with its blocks replaced by their questions; everything else stays as it is. No I/O.
 * @throws when a block is not known, or leaves out what it does not have
 */
export function expandForm(form: unknown, blocks: Blocks): unknown {
  if (!isLoose(form) || !Array.isArray(form['pages'])) return form;
  const expand = (pages: readonly unknown[]) =>
    pages.map((page) =>
      isLoose(page) && Array.isArray(page['fields'])
        ? { ...page, fields: expandFields(page['fields'], blocks) }
        : page,
    );
  const lists = ['pages', 'morePages', 'lastPages'].flatMap((key) => {
    const pages = form[key];
    return Array.isArray(pages) ? [[key, expand(pages)]] : [];
  });
  return { ...form, ...Object.fromEntries(lists) };
}

function expandFields(fields: readonly unknown[], blocks: Blocks): unknown[] {
  return fields.flatMap((field): unknown[] => {
    if (!isLoose(field)) return [field];
    if (typeof field['use'] === 'string') return takeIn(field as Use, blocks);
    return [
      Array.isArray(field['fields']) ? { ...field, fields: expandFields(field['fields'], blocks) } : field,
    ];
  });
}

function takeIn(wish: Use, blocks: Blocks): unknown[] {
  const { use, prefix = '', applicant = prefix === '', omit = [], optional = [], showWhen, ...rest } = wish;
  const block = blocks.get(use);
  if (!block) throw new Error(`the block “${use}” is not known`);
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw new Error(`the block “${use}” cannot be told “${unknown}”`);
  const names = new Set(block.map((field) => String(field['name'])));
  for (const name of [...omit, ...optional]) {
    if (!names.has(name)) throw new Error(`the block “${use}” has no question “${name}”`);
  }
  return block
    .filter((field) => !omit.includes(String(field['name'])))
    .map((field) => {
      const name = String(field['name']);
      const { showWhen: own, prefill, prefillMap, autocomplete, ...kept } = field;
      const conditions = [showWhen, own && renamed(own as Condition, names, prefix)].filter(Boolean);
      return {
        ...kept,
        name: prefix + name,
        ...(optional.includes(name) ? { required: false } : {}),
        // What the card says, and what the browser fills in, is about the applicant alone (WCAG 2.2, 1.3.5).
        ...(applicant ? present({ prefill, prefillMap, autocomplete }) : {}),
        ...(conditions.length === 2 ? { showWhen: { all: conditions } } : {}),
        ...(conditions.length === 1 ? { showWhen: conditions[0] } : {}),
      };
    });
}

/** The condition with the block's own questions under their new names. */
function renamed(condition: Condition, names: ReadonlySet<string>, prefix: string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => renamed(part, names, prefix)) };
  if ('any' in condition) return { any: condition.any.map((part) => renamed(part, names, prefix)) };
  if ('not' in condition) return { not: renamed(condition.not, names, prefix) };
  return names.has(condition.field) ? { ...condition, field: prefix + condition.field } : condition;
}

function present(fields: Loose): Loose {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
