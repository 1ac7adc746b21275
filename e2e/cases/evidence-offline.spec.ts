import type { Page } from '@playwright/test';
import type { Caseworker } from '../support/caseworker.ts';
import type { Citizen } from '../support/citizen.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const task = (page: Page) => page.getByRole('region', { name: 'Das fehlt noch' });

/** Up to the point where a paper is missing. */
async function isAskedForPaper(citizen: Citizen, caseworker: Caseworker) {
  await citizen.hasAppOnPhone();
  await citizen.logsIn('Amadou Keïta');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers());
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();
  await citizen.taps('Vorgang ansehen');
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await caseworker.opensCase(reference);
  await caseworker.takesCase();
  await caseworker.asksFor(landlordQuestion, 'Bitte fotografieren Sie auch die Rückseite.');
  await expect(task(citizen.page)).toContainText('Bitte fotografieren Sie auch die Rückseite.', {
    timeout: 25_000,
  });
  return { reference, address: new URL(citizen.page.url()).pathname };
}

test('Amadou answers a request and writes without a network and closes the app: each is sent once, and the case goes on', async ({
  ownPhone,
  caseworker,
}) => {
  test.slow();
  let citizen = await ownPhone.opens();
  const { reference, address } = await isAskedForPaper(citizen, caseworker);

  await test.step('he photographs the paper without a network; it is there after a reload', async () => {
    await citizen.losesNetwork();
    await citizen.camera.photographs();
    await citizen.camera.isDone();
    await citizen.page.reload();
    await expect(citizen.camera.pages(landlordQuestion)).toHaveCount(1);
    await expect(task(citizen.page)).toContainText('Sie können auch ohne Netz absenden.');
  });

  await test.step('he sends it: it waits for the network, on the case and among what is on its way', async () => {
    await task(citizen.page).getByRole('button', { name: 'Unterlage absenden' }).click();
    await expect(task(citizen.page)).toContainText('Wartet auf Netz. Sie müssen nichts tun.');
    await citizen.goesTo('Vorgänge');
    const waiting = citizen.outbox().getByRole('article').filter({ hasText: 'Nachgereichte Unterlage' });
    await expect(waiting).toContainText('Wartet auf Netz. Sie müssen nichts tun.');
  });

  const words = `Ich bin bis Freitag verreist (${crypto.randomUUID().slice(0, 8)}).`;
  await test.step('he writes to the office, takes it back, changes it: it waits in the case', async () => {
    await citizen.opens(address);
    const { page } = citizen;
    await citizen.taps('Nachricht schreiben', 'button');
    await page.getByLabel('Ihre Nachricht').fill('Ich bin verreist.');
    await page.getByRole('button', { name: 'Senden', exact: true }).click();
    await expect(page.getByText('Wird gesendet, sobald Sie wieder Netz haben.')).toBeVisible();
    await citizen.taps('Zurückholen', 'button');
    await expect(page.getByLabel('Ihre Nachricht')).toHaveValue('Ich bin verreist.');
    await page.getByLabel('Ihre Nachricht').fill(words);
    await page.getByRole('button', { name: 'Senden', exact: true }).click();
    await expect(page.getByText('Wird gesendet, sobald Sie wieder Netz haben.')).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
  });

  await test.step('the app is closed; opened again with a network it goes by itself', async () => {
    citizen = await ownPhone.opens();
    await citizen.opens(address);
    const timeline = citizen.page.getByRole('list', { name: 'Verlauf' });
    const added = timeline.getByRole('listitem').filter({ hasText: 'Unterlage nachgereicht' });
    await expect(added).toHaveCount(1, { timeout: 30_000 });
    await expect(task(citizen.page)).toHaveCount(0);
    const thread = citizen.page.getByRole('list', { name: 'Nachrichten' });
    await expect(thread.getByRole('listitem').filter({ hasText: words })).toHaveCount(1, { timeout: 25_000 });
    await expect(citizen.page.getByText('Wird gesendet, sobald Sie wieder Netz haben.')).toHaveCount(0);
    await citizen.goesTo('Vorgänge');
    await expect(citizen.page.getByText('Nachgereichte Unterlage')).toHaveCount(0);
    await expect(citizen.page.getByText('Ihre Nachricht an das Amt')).toHaveCount(0);
  });

  await test.step('Jonas finds both papers and approves', async () => {
    await caseworker.opensQueue('Beantwortet');
    await caseworker.opensCase(reference);
    await expect(caseworker.evidence().getByRole('img').first()).toBeVisible();
    await caseworker.approves();
  });
});
