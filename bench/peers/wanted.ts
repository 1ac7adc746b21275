import type { Field, FormDefinition } from '@jena/shared/forms';

/** The one condition of this form that the peers have to show too: a field hangs on certain answers to another. */
export type Hangs = { on: string; values: (string | number)[] };

export function hangs({ name, showWhen }: Field): Hangs | undefined {
  if (!showWhen) return undefined;
  if ('op' in showWhen && showWhen.op === 'eq')
    return { on: showWhen.field, values: [String(showWhen.value)] };
  if ('op' in showWhen && showWhen.op === 'in') return { on: showWhen.field, values: [...showWhen.value] };
  throw new Error(`${name}: a condition that the peers are not given yet`);
}

export type Wanted = { title: string; pages: { id: string; title: string; fields: Field[] }[] };

/** What every contender has to ask, in German. */
export function wantedOf(form: FormDefinition): Wanted {
  return {
    title: form.title.de,
    pages: form.pages.map(({ id, title, fields }) => ({ id, title: title.de, fields: [...fields] })),
  };
}

/** The field's pattern, where a library can read it: some compile patterns without the flag for letters of all scripts. */
export function plainPattern({ rules }: Field): string | undefined {
  return rules?.pattern?.includes('\\p') ? undefined : rules?.pattern;
}
