import { html } from 'hono/html';
import { styles } from '../eid-client/styles.ts';

export type Html = ReturnType<typeof html>;

/** A page of a provider, which says that it is none. */
export function layout(provider: string, title: string, content: Html): string {
  return String(html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${provider}</title><style>${styles}</style></head>
<body><div class="phone">
<header><span class="mark" aria-hidden="true"></span><p>${provider}<small>Sandbox, kein echtes Konto</small></p></header>
<main>${content}</main></div></body></html>`);
}

/** One of several to choose from, the first chosen. */
export function choice(name: string, options: readonly { value: string; label: string | Html }[]): Html[] {
  return options.map(
    ({ value, label }, index) =>
      html`<label class="row"><input type="radio" name="${name}" value="${value}"${index === 0 ? html` checked` : ''}> <span>${label}</span></label>`,
  );
}

/** Carries the answer back through the browser. */
export function returnPage(provider: string, answerUrl: string, response: string): string {
  return layout(
    provider,
    'Weiter',
    html`<h1>Sie werden zurückgeleitet</h1>
<form method="post" action="${answerUrl}"><input type="hidden" name="SAMLResponse" value="${response}"><button class="primary">Weiter</button></form>
<script>document.forms[0].submit()</script>`,
  );
}
