import { randomInt } from 'node:crypto';
import { photograph } from '../support/camera.ts';
import type { Citizen } from '../support/citizen.ts';
import { expect, test } from '../support/test.ts';

const papers = 'Dokument';

/** On the page for a new document: what it is, a photograph of it, and where it comes from. */
async function describes(citizen: Citizen, document: { kind: string; name?: string; issuer?: string }) {
  const { page } = citizen;
  await page.getByLabel('Was ist es?').selectOption({ label: document.kind });
  if (document.name) await page.getByLabel('Name', { exact: true }).fill(document.name);
  if (document.issuer) await page.getByLabel(/^Ausgestellt von/).fill(document.issuer);
}

const row = (citizen: Citizen, name: string) =>
  citizen.page.getByRole('main').getByRole('link', { name: new RegExp(name) });

test('Erika keeps her rental contract: photographed, found, renamed, thrown away and brought back', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  /** Two runs in the same world have folders of their own. */
  const folder = `Umzug ${randomInt(1_000_000)}`;
  await citizen.logsIn('Erika Mustermann');
  await citizen.taps(/^Tresor/);
  await citizen.seesPage('Tresor');

  await test.step('a document without a picture, without a kind or with a day that does not exist is not kept', async () => {
    await citizen.taps('Dokument hinzufügen');
    await citizen.taps('In den Tresor legen', 'button');
    await expect(page.getByText('Wählen Sie aus, was für ein Dokument es ist.')).toBeVisible();
    await expect(page.getByText('Fotografieren Sie das Dokument oder wählen Sie eine Datei.')).toHaveCount(2);
  });

  await test.step('two pages with the camera, what it is and until when', async () => {
    await describes(citizen, { kind: 'Mietvertrag', issuer: 'jenawohnen' });
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Mietvertrag');
    await camera.photographs();
    await camera.addsPage();
    await camera.isDone();
    await expect(camera.pages(papers)).toContainText('2 Seiten');
    for (const [part, value] of Object.entries({ Tag: '31', Monat: '2', Jahr: '2030' }))
      await page.getByLabel(part, { exact: true }).fill(value);
    await citizen.taps('In den Tresor legen', 'button');
    await expect(page.getByText('Dieses Datum gibt es nicht.')).toBeVisible();
    await page.getByLabel('Monat', { exact: true }).fill('3');
    await citizen.taps('In den Tresor legen', 'button');
    await citizen.seesPage('Tresor');
  });

  await test.step('it is in its folder once it was checked, with a picture of its first page', async () => {
    const home = page.getByRole('region', { name: 'Wohnen' });
    const contract = home.getByRole('link', { name: /^Mietvertrag/ });
    await expect(contract).toContainText('jenawohnen', { timeout: 30_000 });
    await expect(contract).toContainText('gültig bis So, 31. März 2030');
    await contract.click();
    await citizen.seesPage('Mietvertrag');
    await expect(page.getByRole('img', { name: /^Vorschau von Mietvertrag/ })).toBeVisible();
    const opened = await page.request.get(
      (await page.getByRole('link', { name: 'Öffnen (2 Seiten)' }).getAttribute('href')) ?? '',
    );
    expect(opened.headers()['content-type']).toBe('application/pdf');
  });

  await test.step('renamed, it is another kind of document in another folder', async () => {
    await citizen.taps('Angaben ändern', 'button');
    await describes(citizen, { kind: 'Wohnungsgeberbestätigung', name: 'Bestätigung Lutherplatz' });
    await citizen.taps('Angaben speichern', 'button');
    await citizen.seesPage('Bestätigung Lutherplatz');
    await expect(page.getByText('Wohnungsgeberbestätigung')).toBeVisible();
  });

  await test.step('thrown away it is gone; taken back it is there', async () => {
    await citizen.taps('Löschen', 'button');
    await citizen.seesPage('Tresor');
    await expect(page.getByText('Bestätigung Lutherplatz.pdf ist gelöscht.')).toBeVisible();
    await expect(row(citizen, 'Bestätigung Lutherplatz')).toHaveCount(0);
    await citizen.taps('Rückgängig', 'button');
    await expect(row(citizen, 'Bestätigung Lutherplatz')).toBeVisible();
  });

  await test.step('it moves into a folder of her own, which can be renamed, thrown away and brought back', async () => {
    await row(citizen, 'Bestätigung Lutherplatz').click();
    await citizen.seesPage('Bestätigung Lutherplatz');
    await citizen.taps('Verschieben', 'button');
    const where = page.getByRole('dialog', { name: 'Wohin damit?' });
    await where.getByText('In einen neuen Ordner').click();
    await where.getByLabel('Name des Ordners').fill('Wohnen');
    await where.getByRole('button', { name: 'Verschieben' }).click();
    await expect(where.getByText('Einen Ordner „Wohnen“ gibt es schon.')).toBeVisible();
    await where.getByLabel('Name des Ordners').fill(folder);
    await where.getByRole('button', { name: 'Verschieben' }).click();
    await expect(page.getByText(`Liegt jetzt in „${folder}“.`)).toBeVisible();
    await page.getByRole('link', { name: 'Tresor' }).first().click();
    await citizen.seesPage('Tresor');
    const own = page.getByRole('region', { name: folder });
    await expect(own.getByRole('link', { name: /^Bestätigung Lutherplatz/ })).toBeVisible();
    await own.getByRole('button', { name: `Ordner „${folder}“ ändern` }).click();
    await citizen.taps('Ordner löschen', 'button');
    await expect(own).toHaveCount(0);
    await expect(row(citizen, 'Bestätigung Lutherplatz')).toBeVisible();
    await citizen.taps('Rückgängig', 'button');
    await expect(own.getByRole('link', { name: /^Bestätigung Lutherplatz/ })).toBeVisible();
  });

  await test.step('without a network she still knows what she has', async () => {
    await citizen.hasAppOnPhone();
    await citizen.opens('/konto/tresor');
    await expect(row(citizen, 'Bestätigung Lutherplatz')).toBeVisible();
    await citizen.losesNetwork();
    await page.reload();
    await expect(page.getByRole('region', { name: folder })).toBeVisible();
    await row(citizen, 'Bestätigung Lutherplatz').click();
    await citizen.seesPage('Bestätigung Lutherplatz');
    await expect(page.getByText('Ohne Netz sehen Sie hier nur die Angaben')).toBeVisible();
    await citizen.isBackOnline();
  });

  await test.step('after she logged out nobody sees it on this phone', async () => {
    await citizen.opens('/konto');
    await citizen.taps('Abmelden', 'button');
    await page.waitForURL((url) => url.pathname === '/');
    await citizen.opens('/konto/tresor');
    await expect(page.getByRole('heading', { name: 'Ihr Tresor' })).toBeVisible();
    await expect(page.getByText('Lutherplatz')).toHaveCount(0);
  });
});

test('a file chosen without a network waits on the phone and arrives by itself', async ({ citizen }) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.hasAppOnPhone();
  await citizen.opens('/konto/tresor/neu');
  await describes(citizen, { kind: 'Geburtsurkunde', name: 'Geburtsurkunde Mia' });
  await citizen.losesNetwork();
  await page.getByLabel(`${papers}: Datei auswählen`).setInputFiles({
    name: 'IMG_2041.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(),
  });
  await camera.cutsOut();
  await camera.keeps();
  await citizen.taps('In den Tresor legen', 'button');
  const onItsWay = page.getByRole('article', { name: 'Geburtsurkunde Mia' });
  await expect(onItsWay).toContainText('Wartet auf Netz. Sie müssen nichts tun.');
  await citizen.isBackOnline();
  await expect(onItsWay).toHaveCount(0, { timeout: 30_000 });
  await expect(
    page.getByRole('region', { name: 'Familie' }).getByRole('link', { name: /^Geburtsurkunde Mia/ }),
  ).toBeVisible();
});
