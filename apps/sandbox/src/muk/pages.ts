import { html } from 'hono/html';
import { choice, layout } from '../saml/pages.ts';
import type { AuthnRequest } from '../saml/request.ts';
import { type Certificate, type Firm, firms } from './firms.ts';

export const providerName = 'Test-Unternehmenskonto';

/** What a developer can let go wrong by hand; tests know more. */
const mishaps = [
  ['none', 'Nichts'],
  ['less_than_asked', 'Zu niedriges Vertrauensniveau'],
  ['stranger_response', 'Unterschrift eines Fremden'],
  ['same_assertion', 'Dieselbe Antwort noch einmal (ab dem zweiten Mal)'],
  ['wrong_audience', 'Antwort für einen anderen Dienst'],
  ['stale', 'Antwort von vor elf Minuten'],
] as const;

/** Whose certificate is used, and what goes wrong. */
export function loginPage(flow: string, { serviceProvider }: AuthnRequest): string {
  const options = firms.flatMap((firm) =>
    firm.certificates.map((certificate) => ({
      value: `${firm.id}/${certificate.id}`,
      label: labelOf(firm, certificate),
    })),
  );
  return layout(
    providerName,
    'Anmelden',
    html`<h1>Anmelden</h1>
<section class="card"><h2>Wer fragt</h2><p>${serviceProvider}</p>
<h2>Diese Angaben gehen dorthin</h2><p>Betrieb, Rechtsform, Register, Anschrift, Name der handelnden Person</p></section>
<form method="post" action="/vorgang/${flow}">
<fieldset class="card"><legend>Welches Zertifikat?</legend>${choice('certificate', options)}</fieldset>
<details class="card"><summary>Etwas soll schiefgehen</summary>
${choice(
  'misbehave',
  mishaps.map(([value, label]) => ({ value, label })),
)}</details>
<button class="primary">Anmelden</button></form>
<form method="post" action="/vorgang/${flow}/abbruch"><button class="plain">Abbrechen</button></form>`,
  );
}

function labelOf({ name, datenkranz, identified }: Firm, { vorname, nachname }: Certificate) {
  const who = [vorname, nachname].filter(Boolean).join(' ') || 'ohne Namen';
  const about = [
    datenkranz === 'IdNr' ? 'persönliches Zertifikat, kein Betrieb' : who,
    ...(identified === 'normal' ? ['Vertrauensniveau normal'] : []),
  ];
  return html`${name || who}<br><small class="quiet">${about.join(' · ')}</small>`;
}
