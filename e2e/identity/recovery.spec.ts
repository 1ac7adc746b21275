import type { Locator } from '@playwright/test';
import { givePasskeys } from '../support/authenticator.ts';
import { expect, test } from '../support/test.ts';
import { type Product, startProduct, world } from '../support/world.ts';

// Staff find an account by what stands on the document, so this person is nobody's namesake.
test.use({ namesake: '' });

let product: Product;
test.beforeAll(async () => {
  product = await startProduct(world());
});
test.afterAll(() => product.stop());

/** Types from the document that lies on the counter. */
async function typesDocument(form: Locator): Promise<void> {
  const onDocument = {
    Vornamen: 'Erika',
    Familienname: 'Mustermann',
    Geburtsort: 'Berlin',
    Tag: '12',
    Monat: '8',
    Jahr: '1964',
  };
  for (const [label, value] of Object.entries(onDocument))
    await form.getByLabel(label, { exact: true }).fill(value);
}

test('Erika lost card and phone: two at the counter check her passport, and a code brings her back', async ({
  newDevice,
  newDesk,
}) => {
  test.slow();
  const phone = await newDevice('phone', product.origin);
  await phone.logsIn('Erika Mustermann');
  const [jonas, mira] = [await newDesk(product.origin), await newDesk(product.origin)];

  await test.step('Jonas checks her passport and asks for a second pair of eyes', async () => {
    await jonas.logsIn('Jonas Brandt');
    await jonas.opens('/amt/zugaenge');
    const form = jonas.page.getByRole('region', { name: 'Ausweis geprüft' });
    await typesDocument(form);
    await form.getByRole('button', { name: 'Zweite Prüfung anfordern' }).click();
    const waiting = jonas.page.getByRole('region', { name: 'Wartet auf die zweite Prüfung' });
    await expect(waiting).toContainText('Sie haben einen Ausweis geprüft');
    await expect(waiting.getByRole('button', { name: 'Ich prüfe den Ausweis auch' })).toHaveCount(0);
  });

  const code = await test.step('Mira checks it too, and hands out the code', async () => {
    await mira.logsIn('Mira Seidel');
    await mira.opens('/amt/zugaenge');
    const waiting = mira.page.getByRole('region', { name: 'Wartet auf die zweite Prüfung' });
    await expect(waiting).toContainText('Jonas Brandt hat einen Ausweis geprüft');
    await waiting.getByRole('button', { name: 'Ich prüfe den Ausweis auch' }).click();
    await typesDocument(waiting);
    await waiting.getByRole('button', { name: 'Code ausgeben' }).click();
    const shown = mira.page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? '';
  });

  const computer = await newDevice('computer', product.origin);
  const { page } = computer;
  await test.step('at her computer she types it, sets up a passkey and removes what she lost', async () => {
    await givePasskeys(page);
    await computer.opens('/anmelden');
    await computer.taps('Kein Ausweis und kein Passkey mehr?');
    await computer.seesPage('Zurück in Ihr Konto');
    await page.getByLabel('Code aus dem Brief').fill(code.toLowerCase());
    for (const [part, value] of Object.entries({ Tag: '12', Monat: '8', Jahr: '1964' }))
      await page.getByLabel(part, { exact: true }).fill(value);
    await computer.taps('Zurück ins Konto', 'button');
    await computer.seesPage('Anmeldung und Geräte');
    await expect(page.getByText('Richten Sie jetzt hier einen Passkey ein')).toBeVisible();
    await computer.taps('Passkey einrichten', 'button');
    await page.getByLabel('Wie soll der Passkey heißen?').fill('Erikas Rechner');
    await computer.taps('Weiter', 'button');
    await expect(page.getByRole('list', { name: 'Anmelden ohne Karte' })).toContainText('Erikas Rechner');
    await expect(page.getByText('1 Ausweis von früher')).toBeVisible();
    await computer.taps('Alte Zugänge entfernen', 'button');
    await expect(page.getByText('Die alten Zugänge sind entfernt.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Online-Ausweis' })).toHaveCount(0);
  });

  await test.step('her lost phone shows nothing any more, and she reads who was at her account', async () => {
    phone.watched.expectErrors(/status of 401/);
    await phone.opens('/konto');
    await expect(phone.page.getByText('wurde von einem anderen Gerät aus beendet')).toBeVisible();
    await computer.opens('/postfach');
    await expect(
      page.getByText('Ihr Zugang ist mit einem Code vom Schalter wiederhergestellt'),
    ).toBeVisible();
    await computer.opens('/konto/zugriffe');
    await expect(page.getByText('Ihren Zugang am Schalter wiederhergestellt').first()).toBeVisible();
  });
});
