import { html } from 'hono/html';
import { choice, layout } from '../saml/pages.ts';
import { accounts, attributesOf, ways } from './accounts.ts';
import type { BundIdRequest } from './request.ts';

/** Who asks for what, whose account, and which way to log in. */
export function loginPage(flow: string, request: BundIdRequest): string {
  const names = attributesOf('lena', 'eID', request.serviceProvider)
    .filter(({ name }) => request.requested.some((asked) => asked.name === name))
    .map(({ name, friendlyName }) => labels[friendlyName] ?? name);
  return layout(
    'Test-BundID',
    'Anmelden',
    html`<h1>Anmelden</h1>
<section class="card"><h2>Wer fragt</h2><p><strong>${request.displayName}</strong></p>
<h2>Diese Angaben gehen dorthin</h2><ul>${names.map((name) => html`<li>${name}</li>`)}</ul></section>
<form method="post" action="/vorgang/${flow}">
<fieldset class="card"><legend>Wessen Konto?</legend>
${choice(
  'person',
  accounts.map(({ id, label }) => ({ value: id, label })),
)}</fieldset>
<fieldset class="card"><legend>Wie anmelden?</legend>
${choice(
  'way',
  request.ways.map((way) => ({ value: way, label: ways[way].label })),
)}</fieldset>
<button class="primary">Anmelden</button></form>
<form method="post" action="/vorgang/${flow}/abbruch"><button class="plain">Abbrechen</button></form>`,
  );
}

const labels: Readonly<Record<string, string>> = {
  bPK2: 'Pseudonym für diesen Dienst',
  'EID-CITIZEN-QAA-LEVEL': 'Vertrauensniveau',
  givenName: 'Vornamen',
  surname: 'Familienname',
  personalTitle: 'Doktorgrad',
  birthdate: 'Geburtsdatum',
  postalAddress: 'Straße und Hausnummer',
  postalCode: 'Postleitzahl',
  localityName: 'Ort',
};
