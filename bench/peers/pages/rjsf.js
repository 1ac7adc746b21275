import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const { schema, uiSchema } = await (await fetch('/form.json')).json();
createRoot(document.querySelector('#form')).render(
  createElement(Form, {
    schema,
    uiSchema,
    validator,
    onSubmit: ({ formData }) => {
      globalThis.sent = formData;
    },
  }),
);
