import { desktop } from '../support/devices.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { assertFits, assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';
const publicPages = [
  '/',
  '/dienste',
  '/dienste/wohnsitz-anmelden',
  '/dienste/kfz-zulassen',
  '/stellen/buergerservice',
  '/neu-in-jena',
  '/neu-in-jena/erster-monat',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/transparenz',
  '/sprache',
  '/anmelden',
  '/anmelden/code',
  '/anmelden/neu',
  '/anmelden/bekannt',
  '/konto/neuer-ausweis',
  '/anmelden/bundid',
  '/vorgaenge',
  '/postfach',
  '/konto',
  '/konto/mitteilungen',
  '/konto/zugriffe',
  '/konto/tresor',
  '/konto/daten',
  '/konto/vertretung',
  '/gibt-es-nicht',
  form,
  `${form}/wohnung`,
  `${form}/pruefen`,
  '/en',
  '/en/dienste/wohnsitz-anmelden',
  `/en${form}/person`,
];

test('every page can be read by everyone', async ({ citizen }) => {
  // Some forty pages, each looked at twice: on a busy machine that takes its time.
  test.setTimeout(600_000);
  citizen.watched.expectErrors(/status of 404/);
  for (const path of publicPages) {
    await citizen.opens(path);
    await expect(citizen.heading()).toBeVisible();
    await assertReadable(citizen.page, path);
  }
});

test('no page needs scrolling sideways', async ({ browser, shared }) => {
  test.slow();
  const context = await browser.newContext({ ...desktop, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const path of publicPages) {
    await page.goto(shared.origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await assertFits(page, path);
  }
  await context.close();
});

test('every page of the form, its problems and the camera’s screens can be read by everyone', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.opens(`${form}/wohnung`);
  await citizen.form.goesOn();
  await expect(citizen.form.problems()).toBeVisible();
  await assertReadable(page, 'problems');
  for (const step of lenasAnswers({ photographs: false })) {
    await citizen.form.isOn(step.title);
    await assertReadable(page, step.title);
    await step.answer(citizen);
    if (step.title.startsWith('Bestätigung')) {
      await citizen.taps('Foto aufnehmen', 'button');
      await camera.shoots();
      await assertReadable(page, 'corners');
      await camera.cutsOut();
      await assertReadable(page, 'check');
      await camera.keeps();
      await assertReadable(page, 'viewfinder');
      await page.getByRole('button', { name: '1 Seite ansehen und ändern' }).click();
      const book = camera.screen('Seiten');
      await book.getByRole('button', { name: 'Seite 1: Löschen' }).click();
      await book.getByRole('button', { name: 'Rückgängig' }).focus();
      await assertReadable(page, 'pages, one deleted');
      await page.keyboard.press('Enter');
      await expect(book.getByRole('listitem')).toHaveCount(1);
      await assertReadable(page, 'pages');
      await book.getByRole('button', { name: 'Fertig' }).click();
    }
    await citizen.form.goesOn();
  }
  await citizen.form.isOn('Prüfen und absenden');
  await assertReadable(page, 'review');
});

test('the pages of the form fit the narrowest phone', async ({ browser, shared }) => {
  test.slow();
  const context = await browser.newContext({ ...desktop, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${shared.origin}${form}/wohnung`);
  const pages = page.getByRole('navigation', { name: 'Alle Schritte ansehen' });
  await pages.getByText('Alle Schritte ansehen').click();
  const addresses = await pages
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const address of addresses) {
    await page.goto(shared.origin + address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await assertFits(page, address ?? '');
  }
  await context.close();
});

test('what a logged-in person sees can be read by everyone', async ({ citizen, caseworker }) => {
  test.slow();
  const { page } = citizen;
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();
  await assertReadable(page, 'receipt');
  await citizen.taps('Vorgang ansehen');
  await expect(page.getByText(reference)).toBeVisible();
  await assertReadable(page, 'case');
  const caseAddress = new URL(page.url()).pathname;
  for (const path of [
    '/vorgaenge',
    '/postfach',
    '/konto',
    '/konto/tresor',
    '/konto/tresor/neu',
    '/konto/zugriffe',
    '/konto/daten',
    '/konto/ausweis',
    '/konto/loeschen',
    '/konto/mitteilungen',
  ]) {
    await citizen.opens(path);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await assertReadable(page, `${path}, logged in`);
  }

  await caseworker.opens('/amt');
  await assertReadable(caseworker.page, 'staff login');
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await assertReadable(caseworker.page, 'work queue');
  await caseworker.opensCase(reference);
  await expect(caseworker.evidence().getByRole('img').first()).toBeVisible();
  await assertReadable(caseworker.page, 'staff case');
  await caseworker.takesCase();
  await caseworker.page.getByRole('button', { name: /^Nachfordern/ }).click();
  await assertReadable(caseworker.page, 'asking for a paper');
  await citizen.opens(caseAddress);
});
