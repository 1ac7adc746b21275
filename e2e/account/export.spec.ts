import { readFile, writeFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';
import { verifiesAccessLog } from '../support/verify-access-log.ts';

test('Lena takes all her data with her: a ZIP file with her cases, papers and who saw them', {
  tag: '@postgres',
}, async ({ newDevice, newDesk, ownProduct }) => {
  test.slow();
  const citizen = await newDevice('phone', ownProduct.origin);
  const caseworker = await newDesk(ownProduct.origin);
  const { page } = citizen;
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await caseworker.opensCase(reference);

  await citizen.goesTo('Konto');
  await citizen.taps(/^Meine Daten mitnehmen/);
  await citizen.taps('Daten zusammenstellen', 'button');
  const link = page.getByRole('link', { name: 'ZIP-Datei herunterladen' });
  await expect(link).toBeVisible({ timeout: 20_000 });

  const saved = page.waitForEvent('download');
  await link.click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^meine-daten-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text('LIESMICH.txt')).toContain('Das ist eine Kopie von allem');
  expect(JSON.parse(text('profil.json'))).toMatchObject({
    card: { familyName: expect.stringMatching(/okonkwo/i) },
  });
  expect(JSON.parse(text(`vorgaenge/${reference}.json`))).toMatchObject({ reference });
  const papers = JSON.parse(text('unterlagen.json')) as { file: string; bytes: number }[];
  expect(papers.length).toBeGreaterThan(0);
  for (const { file, bytes } of papers) expect(files[file]?.byteLength).toBe(bytes);
  const log = `${await download.path()}.json`;
  await writeFile(log, text('zugriffe.json'));
  expect(await verifiesAccessLog(log)).toMatchObject({ code: 0 });

  await citizen.opens('/konto/zugriffe');
  await expect(
    page.getByRole('row', { name: /Sie selbst.*Kopie aller Daten heruntergeladen/ }),
  ).toBeVisible();

  await citizen.goesTo('Postfach');
  await citizen.taps(/^Ihre Daten liegen zum Abholen bereit/);
  await citizen.seesPage('Meine Daten mitnehmen');
});
