import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Erika leaves: she reads what goes and what stays, her documents are gone, the office keeps its file', {
  tag: '@postgres',
}, async ({ newDevice, newDesk, ownProduct }) => {
  test.slow();
  const { origin, dataDir } = ownProduct;
  const files = () =>
    readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
  const erika = await newDevice('phone', origin);
  const { page } = erika;
  const sends = async () => {
    await erika.opens('/dienste/wohnsitz-anmelden/antrag');
    await erika.taps('Antrag beginnen');
    await fillsForm(erika, lenasAnswers({ prefilled: true }));
    await erika.taps('Antrag absenden', 'button');
    const reference = await erika.getsReceipt();
    await erika.taps('Ausblenden', 'button');
    await expect(page.getByText(reference)).toHaveCount(0);
    return reference;
  };
  await erika.logsIn('Erika Mustermann');
  const decided = await sends();
  const running = await sends();

  const mira = await newDesk(origin);
  await mira.logsIn('Mira Seidel');
  await mira.opensQueue('Neu');
  await mira.opensCase(decided);
  await mira.takesCase();
  await mira.rejects('Sie wohnen laut Register bereits in Jena.');
  // Its letter stays with the office: what is counted next has it.
  await expect(async () => {
    await mira.page.reload();
    await expect(mira.case()).toContainText('Dokument zugestellt', { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  const before = files().length;

  await test.step('she reads what becomes of everything', async () => {
    await erika.opens('/konto');
    await erika.taps(/^Konto löschen/);
    await erika.seesPage('Konto löschen');
    await expect(page.getByRole('list', { name: 'Diese Anträge ziehen wir zurück' })).toContainText(running);
    await expect(page.getByRole('list', { name: 'Das bleibt bei der Stadt' })).toContainText(decided);
    await expect(page.getByText(/Ihr Tresor mit \d+ Dokumenten/)).toBeVisible();
  });

  await test.step('nothing happens before she has said that she understood', async () => {
    const erase = page.getByRole('button', { name: 'Konto endgültig löschen' });
    await erase.click();
    await expect(page.getByText('Bitte bestätigen Sie')).toBeVisible();
    await page.getByLabel('Ich habe verstanden').check();
    await erase.click();
    await expect(page.getByRole('heading', { name: 'Ihr Konto ist gelöscht. Alles Gute!' })).toBeVisible();
  });

  await test.step('her phone and the server have nothing of hers any more', async () => {
    await erika.opens('/konto');
    await expect(page.getByText('Sie sind nicht angemeldet')).toBeVisible();
    await expect(page.getByText(/mustermann/i)).toHaveCount(0);
    await expect.poll(() => files().length, { timeout: 20_000 }).toBeLessThan(before);
  });

  await test.step('the office still has the file, and the open application is gone', async () => {
    await mira.opensQueue('Erledigt');
    await mira.opensCase(decided);
    await expect(mira.case()).toContainText('MUSTERMANN');
    await expect(mira.page.getByText(running)).toHaveCount(0);
  });

  await test.step('when she comes back she is somebody new', async () => {
    await erika.logsIn('Erika Mustermann');
    await erika.opens('/vorgaenge');
    await expect(page.getByText(decided)).toHaveCount(0);
  });
});
