import type { Field } from '@jena/shared/forms';
import { hangs, plainPattern, type Wanted } from './wanted.ts';

/** The form as survey-react-ui takes it, page by page. */
export function survey({ title, pages }: Wanted) {
  return {
    title: { de: title },
    locale: 'de',
    pages: pages.map((page) => ({ name: page.id, title: page.title, elements: page.fields.map(element) })),
  };
}

function element(field: Field) {
  const { name, label, hint, required, rules, options, type, autocomplete } = field;
  const hanging = hangs(field);
  const pattern = plainPattern(field);
  const common = {
    name,
    title: label.de,
    description: hint?.de,
    isRequired: required,
    ...(hanging && {
      visibleIf: `{${hanging.on}} anyof ${JSON.stringify(hanging.values).replaceAll('"', "'")}`,
    }),
  };
  switch (type) {
    case 'radio':
      return {
        ...common,
        type: 'radiogroup',
        choices: options?.map(({ value, label }) => ({ value, text: label.de })),
      };
    case 'checkbox':
      return { ...common, type: 'checkbox', choices: [{ value: true, text: label.de }] };
    case 'file':
      return {
        ...common,
        type: 'file',
        storeDataAsText: true,
        allowMultiple: true,
        acceptedTypes: rules?.accept?.join(','),
      };
    case 'date':
      return { ...common, type: 'text', inputType: 'date' };
    default:
      return {
        ...common,
        type: 'text',
        inputType: type === 'email' || type === 'tel' ? type : 'text',
        autocomplete,
        maxLength: rules?.maxLength,
        validators: pattern ? [{ type: 'regex', regex: pattern, text: rules?.message?.de }] : [],
      };
  }
}
