import { photograph } from '../support/camera.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Lena shares a document with her case, sees who looked, and takes it back', {
  tag: '@postgres',
}, async ({ citizen, caseworker }) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.logsIn('Lena Okonkwo');

  const reference = await test.step('she has a case, and a rental contract in her vault', async () => {
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await citizen.taps('Antrag beginnen');
    await fillsForm(citizen, lenasAnswers({ prefilled: true }));
    await citizen.taps('Antrag absenden', 'button');
    const received = await citizen.getsReceipt();
    await citizen.opens('/konto/tresor/neu');
    await page.getByLabel('Was ist es?').selectOption({ label: 'Mietvertrag' });
    await page.getByLabel('Name', { exact: true }).fill('Mietvertrag Wagnergasse');
    await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
      name: 'vertrag.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await camera.cutsOut();
    await camera.keeps();
    await citizen.taps('In den Tresor legen', 'button');
    return received;
  });

  await test.step('she shares it for a purpose; nobody has looked yet', async () => {
    await page.getByRole('link', { name: /^Mietvertrag Wagnergasse/ }).click({ timeout: 30_000 });
    await expect(page.getByText('Bisher hat keine Dienststelle dieses Dokument geöffnet.')).toBeVisible();
    await citizen.taps('Für einen Vorgang freigeben', 'button');
    await citizen.taps('Freigeben', 'button');
    await expect(page.getByText('Wählen Sie den Vorgang aus.')).toBeVisible();
    const which = page.getByLabel('Für welchen Vorgang?');
    const option = which.getByRole('option', { name: new RegExp(reference) });
    await which.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByLabel('Wofür?').fill('Nachweis, dass ich dort wohne');
    await citizen.taps('Freigeben', 'button');
    await expect(page.getByText('Freigegeben für: Nachweis, dass ich dort wohne.')).toBeVisible();
  });

  const address = await test.step('Jonas reads what it is for, and opens it', async () => {
    await caseworker.logsIn();
    await caseworker.opensQueue('Neu');
    await caseworker.opensCase(reference);
    await caseworker.takesCase();
    await expect(caseworker.case()).toContainText('Dokument aus dem Tresor freigegeben');
    const papers = caseworker.evidence().getByRole('navigation').getByRole('link');
    await papers.filter({ hasText: 'Nachweis, dass ich dort wohne' }).click();
    const opened = caseworker.evidence().getByRole('img').first();
    await expect(opened).toBeVisible();
    return (await opened.getAttribute('src')) ?? '';
  });
  const asJonas = () => caseworker.page.request.get(new URL(address, caseworker.origin).href);
  expect((await asJonas()).status()).toBe(200);

  await test.step('she sees that his office looked, here and in her access log', async () => {
    await page.reload();
    const looks = page.getByRole('list', { name: 'Wer hat es angesehen?' });
    await expect(looks.getByRole('listitem').filter({ hasText: 'Bürgerservice' })).toContainText(reference);
    const documentAddress = new URL(page.url()).pathname;
    await citizen.opens('/konto/zugriffe');
    await expect(page.getByRole('row').filter({ hasText: 'Eine Unterlage angesehen' }).first()).toContainText(
      reference,
    );
    await citizen.opens(documentAddress);
  });

  await test.step('she takes it back: Jonas can no longer open it, and it is gone from the case', async () => {
    await citizen.taps('Freigabe beenden', 'button');
    await expect(page.getByText('Freigegeben für:')).toHaveCount(0);
    expect((await asJonas()).status()).toBe(404);
    await caseworker.opens('/amt');
    await caseworker.opensQueue('Bei mir');
    await caseworker.opensCase(reference);
    await expect(caseworker.case()).toContainText('Freigabe eines Dokuments beendet');
    await expect(caseworker.evidence().getByText('Nachweis, dass ich dort wohne')).toHaveCount(0);
  });
});
