import { Formio } from '@formio/js';
import '@formio/js/dist/formio.form.min.css';

const definition = await (await fetch('/form.json')).json();
const form = await Formio.createForm(document.querySelector('#form'), definition, {
  language: 'de',
  noAlerts: true,
});
form.nosubmit = true;
form.on('submit', ({ data }) => {
  globalThis.sent = data;
});
