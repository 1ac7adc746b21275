import { html } from 'hono/html';
import { styles } from '../eid-client/styles.ts';
import { accounts, attributesOf, ways } from './accounts.ts';
import type { AuthnRequest } from './request.ts';

type Html = ReturnType<typeof html>;

function layout(title: string, content: Html): string {
  return String(html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Test-BundID</title><style>${styles}</style></head>
<body><div class="phone">
<header><span class="mark" aria-hidden="true"></span><p>Test-BundID<small>Sandbox, kein echtes Konto</small></p></header>
<main>${content}</main></div></body></html>`);
}

/** Who asks for what, whose account, and which way to log in. */
export function loginPage(flow: string, request: AuthnRequest): string {
  const names = attributesOf('lena', 'eID', request.serviceProvider)
    .filter(({ name }) => request.requested.some((asked) => asked.name === name))
    .map(({ name, friendlyName }) => labels[friendlyName] ?? name);
  return layout(
    'Anmelden',
    html`<h1>Anmelden</h1>
<section class="card"><h2>Wer fragt</h2><p><strong>${request.displayName}</strong></p>
<h2>Diese Angaben gehen dorthin</h2><ul>${names.map((name) => html`<li>${name}</li>`)}</ul></section>
<form method="post" action="/vorgang/${flow}">
<fieldset class="card"><legend>Wessen Konto?</legend>
${accounts.map(
  ({ id, label }, index) =>
    html`<label class="row"><input type="radio" name="person" value="${id}"${index === 0 ? html` checked` : ''}> ${label}</label>`,
)}</fieldset>
<fieldset class="card"><legend>Wie anmelden?</legend>
${request.ways.map(
  (way, index) =>
    html`<label class="row"><input type="radio" name="way" value="${way}"${index === 0 ? html` checked` : ''}> ${ways[way].label}</label>`,
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

/** Carries the answer back through the browser. */
export function returnPage(answerUrl: string, response: string): string {
  return layout(
    'Weiter',
    html`<h1>Sie werden zurückgeleitet</h1>
<form method="post" action="${answerUrl}"><input type="hidden" name="SAMLResponse" value="${response}"><button class="primary">Weiter</button></form>
<script>document.forms[0].submit()</script>`,
  );
}
