import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfRows } from '../support/database.ts';
import { expect, test } from '../support/test.ts';

const papers = [
  { kind: 'Geburtsurkunde', name: 'Geburtsurkunde Quirin-Valentin' },
  { kind: 'Mietvertrag', name: 'Mietvertrag Zwetschgenweg' },
  { kind: 'Führerschein', name: 'Führerschein Zwetschgenweg' },
];

/** Every file that the product keeps, however deep. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('three documents scanned without a network arrive, and lie encrypted on the disk of the city', {
  tag: '@postgres',
}, async ({ citizen, shared }) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.hasAppOnPhone();
  await citizen.opens('/konto/tresor/neu');
  await expect(page.getByRole('button', { name: 'Foto aufnehmen' })).toBeVisible();
  // The camera's code is on the phone from the first use on, and from the first visit in the installed app.
  await citizen.losesNetwork();

  for (const { kind, name } of papers) {
    await test.step(`she scans: ${name}`, async () => {
      await page.getByLabel('Was ist es?').selectOption({ label: kind });
      await page.getByLabel('Name', { exact: true }).fill(name);
      await camera.photographs();
      await camera.isDone();
      await citizen.taps('In den Tresor legen', 'button');
      await expect(page.getByRole('article', { name })).toContainText('Wartet auf Netz.');
      if (name !== papers.at(-1)?.name) await citizen.taps('Dokument hinzufügen');
    });
  }

  const documents = await test.step('the network is back: all three are in her vault', async () => {
    await citizen.isBackOnline();
    const addresses: string[] = [];
    for (const { name } of papers) {
      const row = page.getByRole('main').getByRole('link', { name: new RegExp(`^${name}`) });
      await expect(row).toBeVisible({ timeout: 60_000 });
      addresses.push((await row.getAttribute('href')) ?? '');
    }
    await expect(page.getByRole('article')).toHaveCount(0);
    return Promise.all(
      addresses.map(async (address) => {
        const id = address.split('/').at(-1) ?? '';
        const file = await page.request.get(`${citizen.origin}/files/${id}`);
        expect(file.status()).toBe(200);
        return { id, plain: await file.body() };
      }),
    );
  });

  await test.step('on the disk there is a file for each, and nothing of it can be read', async () => {
    const folders = new Set([shared.dataDir, await folderOfRows(shared)]);
    const all = [...folders].flatMap(filesUnder).map((path) => ({ path, content: readFileSync(path) }));
    for (const { id, plain } of documents) {
      expect(plain.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      const kept = all.filter(({ path }) => path.includes(join('files', 'vault')) && path.endsWith(id));
      expect(kept).toHaveLength(1);
      expect(kept[0]?.content.length).toBeGreaterThan(plain.length);
      const middle = plain.subarray(plain.length / 2, plain.length / 2 + 32);
      expect(all.filter(({ content }) => content.includes(middle)).map(({ path }) => path)).toEqual([]);
    }
    for (const word of ['Quirin-Valentin', 'Zwetschgenweg'])
      expect(all.filter(({ content }) => content.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(filesUnder(join(shared.dataDir, 'uploads'))).not.toContainEqual(
      expect.stringMatching(new RegExp(documents.map(({ id }) => id).join('|'))),
    );
  });
});
