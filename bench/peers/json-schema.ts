import type { Field } from '@jena/shared/forms';
import { hangs, type Wanted } from './wanted.ts';

/** The form as JSON Schema with hints for its looks, as @rjsf/core takes it. It has no pages: all questions stand below each other. */
export function jsonSchema({ title, pages }: Wanted) {
  const fields = pages.flatMap((page) => page.fields);
  const always = fields.filter((field) => !hangs(field));
  return {
    schema: {
      title,
      type: 'object',
      required: namesOfRequired(always),
      properties: Object.fromEntries(always.map((field) => [field.name, property(field)])),
      allOf: fields.flatMap((field) => {
        const hanging = hangs(field);
        if (!hanging) return [];
        return {
          if: { properties: { [hanging.on]: { enum: hanging.values } }, required: [hanging.on] },
          // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
          then: { properties: { [field.name]: property(field) }, required: namesOfRequired([field]) },
        };
      }),
    },
    uiSchema: {
      'ui:order': fields.map(({ name }) => name),
      ...Object.fromEntries(
        fields.map(({ name, type, hint, autocomplete }) => [
          name,
          {
            ...(type === 'radio' && { 'ui:widget': 'radio' }),
            ...(hint && { 'ui:help': hint.de }),
            ...(autocomplete && { 'ui:autocomplete': autocomplete }),
          },
        ]),
      ),
    },
  };
}

const namesOfRequired = (fields: readonly Field[]) =>
  fields.filter(({ required }) => required).map(({ name }) => name);

function property({ type, label, options, rules }: Field) {
  const title = label.de;
  switch (type) {
    case 'radio':
      return {
        type: 'string',
        title,
        oneOf: options?.map(({ value, label }) => ({ const: value, title: label.de })),
      };
    case 'checkbox':
      return { type: 'boolean', title, ...(rules?.mustBe && { const: true }) };
    case 'file':
      return { type: 'string', title, format: 'data-url' };
    case 'date':
      return { type: 'string', title, format: 'date' };
    case 'email':
      return { type: 'string', title, format: 'email' };
    default:
      return {
        type: 'string',
        title,
        ...(rules?.maxLength && { maxLength: rules.maxLength }),
        ...(rules?.pattern && { pattern: rules.pattern }),
        ...(rules?.oneOf && { pattern: `^(${rules.oneOf.join('|')})$` }),
      };
  }
}
