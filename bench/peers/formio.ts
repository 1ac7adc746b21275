import type { Field } from '@jena/shared/forms';
import { hangs, plainPattern, type Wanted } from './wanted.ts';

/** The form as a wizard of @formio/js: a panel for each page. */
export function formio({ title, pages }: Wanted) {
  return {
    display: 'wizard',
    title,
    components: pages.map((page) => ({
      type: 'panel',
      key: page.id,
      title: page.title,
      components: page.fields.map(component),
    })),
  };
}

function component(field: Field) {
  const { name, label, hint, required, rules, options, type } = field;
  const hanging = hangs(field);
  const common = {
    key: name,
    label: label.de,
    description: hint?.de,
    input: true,
    validate: {
      required,
      pattern: plainPattern(field),
      maxLength: rules?.maxLength,
      customMessage: rules?.message?.de,
    },
    ...(hanging && {
      conditional: {
        show: true,
        conjunction: 'any',
        conditions: hanging.values.map((value) => ({ component: hanging.on, operator: 'isEqual', value })),
      },
    }),
  };
  switch (type) {
    case 'radio':
      return {
        ...common,
        type: 'radio',
        values: options?.map(({ value, label }) => ({ value, label: label.de })),
      };
    case 'checkbox':
      return { ...common, type: 'checkbox' };
    case 'file':
      return {
        ...common,
        type: 'file',
        storage: 'base64',
        multiple: true,
        filePattern: rules?.accept?.join(','),
      };
    case 'date':
      return { ...common, type: 'day', dayFirst: true, fields: { month: { type: 'number' } } };
    case 'email':
      return { ...common, type: 'email' };
    default:
      return { ...common, type: 'textfield' };
  }
}
