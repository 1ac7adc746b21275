import type { Locator, Page } from '@playwright/test';
import { letSessionsRest } from '../support/database.ts';
import { expect, test } from '../support/test.ts';
import type { Product } from '../support/world.ts';

const form = '/dienste/wohnsitz-anmelden/antrag/neue-adresse';

/** The app watches over the session from the moment at which it counts what is new. */
async function untilAwake(page: Page, visit: () => Promise<unknown>): Promise<void> {
  const counted = page.waitForResponse(/notifications\.unreadCount/);
  await visit();
  await counted;
}

/** Nobody touches the session for so long, until a page says it. What pages still send in the background counts as a touch: then it rests anew. */
async function rests(product: Product, minutes: number, dialogs: readonly Locator[]): Promise<void> {
  await expect(async () => {
    await letSessionsRest(product, minutes);
    for (const dialog of dialogs) {
      await dialog.page().clock.fastForward(minutes * 60_000);
      await expect(dialog).toBeVisible({ timeout: 4_000 });
    }
  }).toPass({ timeout: 45_000 });
}

test('before a session ends Lena is asked, stays, and goes on typing', async ({ newDevice, ownProduct }) => {
  const lena = await newDevice('phone', ownProduct.origin);
  const { page } = lena;
  await page.clock.install();
  await lena.logsIn('Lena Okonkwo');
  await untilAwake(page, () => lena.opens(form));
  await lena.form.types('Straße', 'Wagnergasse');
  await lena.form.isSaved();
  const question = page.getByRole('dialog', { name: 'Noch 2 Minuten – angemeldet bleiben?' });
  await rests(ownProduct, 28.5, [question]);
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
  await rests(
    ownProduct,
    28.5,
    [lena.page, second].map((page) => page.getByRole('dialog')),
  );
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
  const over = page.getByRole('dialog', { name: 'Sie sind abgemeldet' });
  await rests(ownProduct, 31, [over]);
  await expect(over).toContainText('ist auf diesem Gerät gespeichert');
  await over.getByRole('link', { name: 'Wieder anmelden' }).click();
  await lena.holdsCardToPhone('Lena Okonkwo');
  await expect(page.getByLabel('Straße', { exact: true })).toHaveValue('Wagnergasse');
});
