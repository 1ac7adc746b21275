import type { Page } from '@playwright/test';
import { letSessionsRest } from '../support/database.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag/neue-adresse';

/** The app watches over the session from the moment at which it counts what is new. */
async function untilAwake(page: Page, visit: () => Promise<unknown>): Promise<void> {
  const counted = page.waitForResponse(/notifications\.unreadCount/);
  await visit();
  await counted;
}

test('before a session ends Lena is asked, stays, and goes on typing', async ({ newDevice, ownProduct }) => {
  const lena = await newDevice('phone', ownProduct.origin);
  const { page } = lena;
  await page.clock.install();
  await lena.logsIn('Lena Okonkwo');
  await untilAwake(page, () => lena.opens(form));
  await lena.form.types('Straße', 'Wagnergasse');
  await lena.form.isSaved();
  await letSessionsRest(ownProduct, 28.5);
  await page.clock.fastForward('28:30');
  const question = page.getByRole('dialog', { name: 'Noch 2 Minuten – angemeldet bleiben?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Angemeldet bleiben' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByLabel('Straße', { exact: true })).toHaveValue('Wagnergasse');
  await lena.opens('/konto');
  await expect(page.getByText('Das steht auf Ihrem Ausweis')).toBeVisible();
});

test('an answer in one tab is an answer in all', async ({ newDevice, ownProduct }) => {
  const lena = await newDevice('phone', ownProduct.origin);
  await lena.page.clock.install();
  await untilAwake(lena.page, () => lena.logsIn('Lena Okonkwo'));
  const second = await lena.page.context().newPage();
  await second.clock.install();
  await untilAwake(second, () => second.goto(`${ownProduct.origin}/vorgaenge`));
  await letSessionsRest(ownProduct, 28.5);
  for (const page of [lena.page, second]) {
    await page.clock.fastForward('28:30');
    await expect(page.getByRole('dialog')).toBeVisible();
  }
  await second.getByRole('button', { name: 'Angemeldet bleiben' }).click();
  for (const page of [lena.page, second]) await expect(page.getByRole('dialog')).toBeHidden();
});

test('after a session ended nothing typed is lost, and a login leads back to it', async ({
  newDevice,
  ownProduct,
}) => {
  const lena = await newDevice('phone', ownProduct.origin);
  const { page } = lena;
  lena.watched.expectErrors(/status of 401/);
  await page.clock.install();
  await lena.logsIn('Lena Okonkwo');
  await untilAwake(page, () => lena.opens(form));
  await lena.form.types('Straße', 'Wagnergasse');
  await lena.form.isSaved();
  await letSessionsRest(ownProduct, 31);
  await page.clock.fastForward('31:00');
  const over = page.getByRole('dialog', { name: 'Sie sind abgemeldet' });
  await expect(over).toContainText('ist auf diesem Gerät gespeichert');
  await over.getByRole('link', { name: 'Wieder anmelden' }).click();
  await lena.holdsCardToPhone('Lena Okonkwo');
  await expect(page.getByLabel('Straße', { exact: true })).toHaveValue('Wagnergasse');
});
