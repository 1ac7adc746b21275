import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import 'survey-core/i18n/german';
import 'survey-core/survey-core.css';
import { Survey } from 'survey-react-ui';

const model = new Model(await (await fetch('/form.json')).json());
model.locale = 'de';
model.onComplete.add(({ data }) => {
  globalThis.sent = data;
});
createRoot(document.querySelector('#form')).render(createElement(Survey, { model }));
