import { html } from 'hono/html';
import type { Person } from '../card.ts';
import { people } from '../people.ts';
import type { Wish } from './channel.ts';
import { attributeNames } from './copy.ts';

type Html = ReturnType<typeof html>;

function layout(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Test-Ausweis</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<div class="phone">
<header><span class="mark" aria-hidden="true"></span><p>Test-Ausweis<small>Sandbox, kein echter Ausweis</small></p></header>
<main>${content}</main>
</div>
</body>
</html>`;
}

/** First screen: who reads what for which purpose, and whose card lies at the phone. */
export function consentPage(input: { id: string; wish: Wish; origin: string }): Html {
  const { id, wish, origin } = input;
  const names = Object.entries(wish.operations);
  const required = names.filter(([, mode]) => mode === 'REQUIRED');
  const optional = names.filter(([, mode]) => mode === 'ALLOWED');
  return layout(
    'Angaben prüfen',
    html`<h1>Angaben prüfen</h1>
<section class="card">
<h2>Wer liest</h2>
<p><strong>Stadt Jena</strong><br><span class="quiet">${origin}</span></p>
<h2>Wofür</h2>
<p>${wish.transactionInfo || 'Keine Angabe'}</p>
${names.length === 1 && wish.operations.RestrictedID ? html`<p class="quiet">Ihr Name wird nicht gelesen: das Pseudonym erkennt Ihren Ausweis wieder, mehr nicht.</p>` : ''}
</section>
<form method="post" action="/vorgang/${id}/angaben">
<fieldset class="card">
<legend>Diese Angaben werden gelesen</legend>
<ul>${required.map(([name]) => html`<li>${label(name, wish)}</li>`)}</ul>
${optional.map(
  ([name]) =>
    html`<label class="row"><input type="checkbox" name="angabe" value="${name}" checked> ${label(name, wish)} <span class="quiet">freiwillig</span></label>`,
)}
</fieldset>
<fieldset class="card">
<legend>Wessen Ausweis liegt am Telefon?</legend>
${people.slice(0, 2).map((person, index) => personChoice(person, index === 0))}
<details><summary>Weitere Test-Ausweise</summary>
${people.slice(2).map((person) => personChoice(person, false))}
<label for="namensvetter">Ein anderer Mensch mit demselben Namen</label>
<input id="namensvetter" name="namensvetter" pattern="[a-z]{1,12}" maxlength="12" autocomplete="off" aria-describedby="namensvetter-hinweis">
<p class="quiet" id="namensvetter-hinweis">Freiwillig: ein Wort aus kleinen Buchstaben. Derselbe Mensch kommt mit demselben Wort wieder.</p>
</details>
</fieldset>
<button class="primary">Weiter zur PIN</button>
</form>
${cancelForm(id)}`,
  );
}

/** Second screen: the six digits. `left` tries remain after a wrong one. */
export function pinPage(input: { id: string; personLabel: string; left: number | null }): Html {
  const problem =
    input.left === null
      ? ''
      : `Die PIN war falsch. Sie haben noch ${input.left === 1 ? 'einen Versuch' : `${input.left} Versuche`}.`;
  return layout(
    'PIN eingeben',
    html`<h1>PIN eingeben</h1>
<p>Ausweis von <strong>${input.personLabel}</strong></p>
<form method="post" action="/vorgang/${input.id}/pin">
${problem === '' ? '' : html`<p class="problem" role="alert" id="pin-problem">${problem}</p>`}
<label class="pin" for="pin">Sechsstellige PIN</label>
<input id="pin" name="pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="off" required autofocus aria-describedby="pin-hint${problem === '' ? '' : ' pin-problem'}">
<div id="pad" role="group" aria-label="Ziffern" hidden>
${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(padKey)}
<span></span>${padKey('0')}<button type="button" data-key="back" aria-label="Letzte Ziffer löschen">⌫</button>
</div>
<p class="quiet" id="pin-hint">Die PIN aller Test-Ausweise ist 123456.</p>
<button class="primary">Jetzt ausweisen</button>
</form>
<script src="/pin.js"></script>
${cancelForm(input.id)}`,
  );
}

export function problemPage(message: string): Html {
  return layout(
    'Nicht möglich',
    html`<h1>Das hat nicht geklappt</h1>
<p class="problem" role="alert">${message}</p>
<p>Es wurden keine Daten gelesen. Gehen Sie zurück zu Ihrem Dienst und beginnen Sie dort noch einmal.</p>`,
  );
}

export function welcomePage(): Html {
  return layout(
    'Bereit',
    html`<h1>Bereit</h1>
<p>Diese App wartet darauf, dass ein Dienst den Online-Ausweis lesen möchte. Beginnen Sie dort mit der Anmeldung.</p>`,
  );
}

function padKey(digit: string): Html {
  return html`<button type="button" data-key="${digit}">${digit}</button>`;
}

function personChoice(person: Person, isChosen: boolean): Html {
  return html`<label class="row"><input type="radio" name="person" value="${person.id}" required${isChosen ? html` checked` : ''}> <span><strong>${person.label}</strong><br><span class="quiet">${person.note}</span></span></label>`;
}

function cancelForm(id: string): Html {
  return html`<form method="post" action="/vorgang/${id}/abbruch"><button class="plain">Abbrechen</button></form>`;
}

function label(name: string, wish: Wish): string {
  const german = attributeNames[name] ?? name;
  if (name === 'AgeVerification' && wish.age !== null) return `${german}: mindestens ${wish.age} Jahre`;
  if (name === 'PlaceVerification' && wish.communityId !== null)
    return `${german}: Gemeinde ${wish.communityId}`;
  return german;
}
