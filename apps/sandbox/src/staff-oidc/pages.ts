import { html } from 'hono/html';
import { staff } from './people.ts';

const styles = `
:root { color-scheme: light dark; --line: #7a8794; --accent: #1f4fbf; --on: #fff; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --accent: #9fc0ff; --on: #0b1a3a; --bad: #ff9a8f; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 0 auto; padding: 2rem 1.125rem; }
h1 { font-size: 1.625rem; line-height: 1.2; }
h1, .row span { overflow-wrap: anywhere; hyphens: auto; min-width: 0; }
fieldset { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0 0 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .25rem; }
.row { display: flex; gap: .75rem; min-height: 2.75rem; padding: .375rem 0; }
.row input { width: 1.375rem; height: 1.375rem; flex: none; margin: .125rem 0 0; accent-color: var(--accent); }
.row small { display: block; }
label[for] { font-weight: 600; display: block; }
#password { width: 100%; font: inherit; padding: .625rem .75rem; border: 2px solid var(--line); border-radius: .5rem; margin-bottom: 1rem; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; border: 0; border-radius: .75rem; background: var(--accent); color: var(--on); cursor: pointer; }
button.plain { background: none; color: inherit; text-decoration: underline; font-weight: 400; margin-top: .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.problem { color: var(--bad); font-weight: 600; }
`;

/** The login page of the identity provider: whose account, and the password. */
export function loginPage(uid: string, problem: string | null): string {
  return String(html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${problem === null ? '' : 'Fehler: '}Anmeldung für Beschäftigte – Sandbox</title>
<style>${styles}</style></head>
<body><main>
<h1>Anmeldung für Beschäftigte</h1>
<p>Sandbox, kein echtes Verzeichnis. Das Passwort ist bei allen „demo“.</p>
${problem === null ? '' : html`<p class="problem" role="alert" id="problem">${problem}</p>`}
<form method="post" action="/interaction/${uid}">
<fieldset><legend>Wer meldet sich an?</legend>
${staff.map(
  (person, index) =>
    html`<label class="row"><input type="radio" name="person" value="${person.id}" required${index === 0 ? html` checked` : ''}> <span>${person.name}<small>${person.job}</small></span></label>`,
)}
</fieldset>
<label for="password">Passwort</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${problem === null ? '' : html` aria-describedby="problem" aria-invalid="true"`}>
<button>Anmelden</button>
</form>
<form method="post" action="/interaction/${uid}/abbruch"><button class="plain">Abbrechen</button></form>
</main></body></html>`);
}
