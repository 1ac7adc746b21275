import type { Day } from '../kernel/days.ts';
import type { FormContext } from './answers.ts';
import type { Field, FormDefinition } from './definition.ts';

const words = (text: string) => ({ de: text, en: text });

/** A field for tests; what is not said is a required text. */
export function field(name: string, more: Partial<Field> = {}): Field {
  return { name, type: 'text', label: words(name), required: true, ...more };
}

export function options(...values: string[]) {
  return values.map((value) => ({ value, label: words(value) }));
}

/** A form for tests: pages by name, each with its fields. */
export function form(
  pages: Record<string, Field[]>,
  conditions: Record<string, FormDefinition['pages'][number]['showWhen']> = {},
): FormDefinition {
  return {
    slug: 'test',
    version: 1,
    title: words('test'),
    pages: Object.entries(pages).map(([id, fields]) => ({
      id,
      title: words(id),
      fields,
      ...(conditions[id] ? { showWhen: conditions[id] } : {}),
    })),
  };
}

export const today = '2026-11-23' as Day;
export const context: FormContext = {
  today,
  codeLists: {
    streets: new Set(['Wagnergasse', 'Lange Straße']),
    countries: new Set(['DE', 'FR', 'IN']),
    kitas: new Set(['regenbogen']),
  },
};
