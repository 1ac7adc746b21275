// What a person sees of the product, screen by screen, told once and photographed on many devices.
import type { Page } from '@playwright/test';
import type { Caseworker } from '../../e2e/support/caseworker.ts';
import type { Citizen } from '../../e2e/support/citizen.ts';
import { dayFromToday, lenasAnswers } from '../../e2e/support/lena.ts';

/** Takes a picture of what is on the screen now. */
export type Picture = (page: Page, name: string) => Promise<void>;

/** Pages that everybody may read. */
export const publicPages: Record<string, string> = {
  start: '/',
  dienste: '/dienste',
  dienst: '/dienste/wohnsitz-anmelden',
  'dienst-kurz-pruefen': '/dienste/wohnsitz-anmelden/check',
  'dienst-ohne-antrag': '/dienste/personalausweis',
  antrag: '/dienste/wohnsitz-anmelden/antrag',
  stelle: '/stellen/buergerservice',
  'neu-in-jena': '/neu-in-jena',
  'erster-monat': '/neu-in-jena/erster-monat',
  anmelden: '/anmelden',
  'code-eingeben': '/anmelden/code',
  'konto-bekannt': '/anmelden/bekannt',
  'konto-anlegen': '/anmelden/neu',
  vorgaenge: '/vorgaenge',
  postfach: '/postfach',
  konto: '/konto',
  sprache: '/sprache',
  'bescheid-pruefen': '/pruefen',
  transparenz: '/transparenz',
  impressum: '/impressum',
  datenschutz: '/datenschutz',
  barrierefreiheit: '/barrierefreiheit',
  'gibt-es-nicht': '/gibt-es-nicht',
  'start-englisch': '/en',
  'dienst-englisch': '/en/dienste/wohnsitz-anmelden',
  bausteine: '/dev/ui',
};

/** Shows the pages one after the other. */
export async function publicTour(citizen: Citizen, picture: Picture, names = Object.keys(publicPages)) {
  for (const name of names) {
    await citizen.opens(publicPages[name]);
    await citizen.heading().first().waitFor();
    await picture(citizen.page, name);
  }
  await citizen.opens('/');
  await citizen.searchesFor('perso weg');
  await citizen.searchHits().first().waitFor();
  await picture(citizen.page, 'suche');
  await bundleTour(citizen, picture);
}

/** Several services as one form: what is done together, and its first pages. */
async function bundleTour(citizen: Citizen, picture: Picture): Promise<void> {
  const { page, form } = citizen;
  await citizen.opens('/dienste/umzug/antrag');
  await citizen.seesPage('Umzug: alles auf einmal');
  await form.chooses('Woher ziehen Sie?', 'Ich ziehe innerhalb von Jena um');
  await form.ticks('Ich habe ein Auto');
  await form.ticks('Ich möchte einen Bewohnerparkausweis');
  await form.ticks('Ich habe einen Hund');
  await picture(page, 'umzug');
  await citizen.taps('Gemeinsam beginnen', 'button');
  await form.isOn('Ihr Umzug');
  await form.dates('Wann sind Sie eingezogen?', dayFromToday(-5));
  await form.goesOn();
  await form.isOn('Was zieht mit um?');
  await form.goesOn();
  await form.isOn('Ihre neue Adresse in Jena');
  await form.types('Straße', 'Wagnergasse');
  await form.isSaved();
  await picture(page, 'umzug-adresse');
  await citizen.opens('/dienste/umzug/antrag');
  await page.getByRole('link', { name: 'Weiter, wo Sie waren' }).waitFor();
  await picture(page, 'umzug-begonnen');
}

/** Lena's way from the login to the receipt: each page of the form, the camera, the review. */
export async function applicationTour(citizen: Citizen, picture: Picture): Promise<string> {
  const { page, form, camera } = citizen;
  await citizen.opens('/anmelden');
  await citizen.holdsCardToPhone('Lena Okonkwo');
  await citizen.seesPage('Konto');
  await picture(page, 'konto-angemeldet');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');

  const steps = lenasAnswers({ prefilled: true, photographs: false });
  for (const [index, step] of steps.entries()) {
    const name = `schritt-${String(index + 1).padStart(2, '0')}`;
    await form.isOn(step.title);
    if (index === 0) {
      await form.goesOn();
      await form.problems().waitFor();
      await picture(page, `${name}-fehler`);
    }
    await step.answer(citizen);
    if (step.title.startsWith('Bestätigung der Vermieterin')) await photograph(citizen, picture);
    await page.getByText('Wird gespeichert').waitFor({ state: 'hidden' });
    await picture(page, name);
    await form.goesOn();
  }
  await form.isOn('Prüfen und absenden');
  await picture(page, 'pruefen');
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();
  const satisfied = page.getByRole('radio', { name: 'Zufrieden', exact: true });
  await satisfied.waitFor();
  await picture(page, 'quittung');
  await satisfied.check();
  await picture(page, 'bewertung');
  await page.getByRole('button', { name: 'Antwort senden' }).click();
  await page.getByText('Danke. Ihre Antwort ist gezählt.').waitFor();
  await picture(page, 'bewertet');
  await citizen.taps('Vorgang ansehen');
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
  await picture(page, 'vorgang-eingegangen');
  return reference;

  async function photograph({ page }: Citizen, take: Picture): Promise<void> {
    await page.getByRole('button', { name: 'Foto aufnehmen' }).click();
    await camera.screen('Blatt fotografieren').getByRole('button', { name: 'Auslösen' }).waitFor();
    await page.waitForTimeout(600);
    await take(page, 'kamera-sucher');
    await camera.shoots();
    await take(page, 'kamera-ecken');
    await camera.cutsOut();
    await take(page, 'kamera-pruefen');
    await camera.keeps();
    await take(page, 'kamera-seiten');
    await camera.isDone();
  }
}

/** What a person who has cases sees; `erika` of the demonstration is asked for a paper. */
export async function personalTour(citizen: Citizen, picture: Picture): Promise<void> {
  const { page } = citizen;
  for (const [name, path] of Object.entries({
    'start-angemeldet': '/',
    'vorgaenge-angemeldet': '/vorgaenge',
    'postfach-angemeldet': '/postfach',
    ausweis: '/konto/ausweis',
    zugriffe: '/konto/zugriffe',
    tresor: '/konto/tresor',
    'tresor-neu': '/konto/tresor/neu',
    mitteilungen: '/konto/mitteilungen',
  })) {
    await citizen.opens(path);
    await citizen.heading().first().waitFor();
    await page.waitForLoadState('networkidle');
    await picture(page, name);
  }
  await citizen.opens('/konto/tresor');
  await citizen.taps('Ordner anlegen', 'button');
  await page.getByLabel('Name des Ordners').fill('Wohnungsunterlagen Wagnergasse');
  await picture(page, 'tresor-ordner-anlegen');
  await page.getByRole('dialog').getByRole('button', { name: 'Anlegen' }).click();
  await page.getByRole('region', { name: 'Wohnungsunterlagen Wagnergasse' }).waitFor();
  await picture(page, 'tresor-ordner');
  await citizen.opens('/postfach');
  await page
    .getByRole('button', { name: /^Ins Archiv legen/ })
    .first()
    .click();
  await picture(page, 'postfach-archiviert');
  await page.getByLabel('Nachrichten suchen').fill('Unterlage');
  await picture(page, 'postfach-suche');
  await citizen.opens('/vorgaenge');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Wohnung in Jena anmelden/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor();
  await page.getByRole('button', { name: 'Foto aufnehmen' }).waitFor();
  await picture(page, 'vorgang');
  await page.context().setOffline(true);
  await page.getByText('Sie sind offline.').waitFor();
  await picture(page, 'offline');
  for (const [name, path] of Object.entries({
    'offline-konto': '/konto',
    'offline-zugriffe': '/konto/zugriffe',
    'offline-mitteilungen': '/konto/mitteilungen',
    'offline-tresor': '/konto/tresor',
  })) {
    await citizen.opens(path);
    await page
      .getByText(/^Stand: /)
      .first()
      .waitFor();
    await picture(page, name);
  }
  await page.context().setOffline(false);
}

/** A caseworker's desk: queue, case, evidence, and the acts. */
export async function staffTour(caseworker: Caseworker, picture: Picture): Promise<void> {
  const { page, origin } = caseworker;
  await page.goto(`${origin}/amt`);
  await page.getByRole('link', { name: 'Mit Dienstkonto anmelden' }).waitFor();
  await picture(page, 'amt-anmelden');
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  // A stream of counts stays open: the network of this page is never idle.
  await page.getByText(/^Stand /).waitFor();
  await picture(page, 'amt-korb');
  await page
    .getByRole('link', { name: /Ní Dhomhnaill/ })
    .first()
    .click();
  await caseworker.evidence().getByRole('img').first().waitFor();
  await picture(page, 'amt-vorgang');
  await caseworker.takesCase();
  await picture(page, 'amt-uebernommen');
  await page.getByRole('button', { name: /^Nachfordern/ }).click();
  await picture(page, 'amt-nachfordern');
  await page.keyboard.press('Escape');
  await caseworker.opensQueue('Erledigt');
  await page.getByText(/^Stand /).waitFor();
  await picture(page, 'amt-erledigt');
}
