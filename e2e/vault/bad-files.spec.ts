import { writeFileSync } from 'node:fs';
import { eicar } from '@jena/sandbox/signatures';
import { newId } from '@jena/shared/kernel';
import type { APIRequestContext } from '@playwright/test';
import { landlordQuestion } from '../support/lena.ts';
import { imageBomb, noisyPhotograph } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

const question = '/dienste/wohnsitz-anmelden/antrag/wohnungsgeber';
const chooser = `${landlordQuestion}: Datei auswählen`;

test('a photograph of 40 MB is made small on the phone and kept', async ({ citizen }, testInfo) => {
  test.slow();
  const { page, camera } = citizen;
  const photograph = await noisyPhotograph(7500, 5600, 95);
  expect(photograph.length).toBeGreaterThan(40_000_000);
  const file = testInfo.outputPath('riesig.jpg');
  writeFileSync(file, photograph);
  await citizen.opens(question);
  await page.getByLabel(chooser).setInputFiles(file);
  const corners = camera.screen('Passen die Ecken?');
  await expect(corners).toBeVisible({ timeout: 60_000 });
  await corners.getByRole('button', { name: 'Ganzes Bild nehmen' }).click();
  await expect(camera.screen('Ist alles lesbar?')).toBeVisible({ timeout: 60_000 });
  await camera.keeps();
  const [kept] = await camera.pages(landlordQuestion).allTextContents();
  const megabytes = /([\d,]+) MB/.exec(kept ?? '')?.[1];
  expect(Number((megabytes ?? '0').replace(',', '.'))).toBeLessThan(10);
});

test('a text that is called .jpg is refused in a clear sentence, on the phone already', async ({
  citizen,
}) => {
  const { page, camera } = citizen;
  await citizen.opens(question);
  await page.getByLabel(chooser).setInputFiles({
    name: 'bestaetigung.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('Das ist ein Brief und kein Bild. '.repeat(50)),
  });
  await expect(page.getByRole('alert')).toContainText(
    'Diese Datei ist kein Foto und kein PDF, auch wenn ihr Name so aussieht.',
  );
  await expect(camera.pages(landlordQuestion)).toHaveCount(0);
});

test('a picture that unfolds to 900 million pixels is refused on the phone', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens(question);
  await page
    .getByLabel(chooser)
    .setInputFiles({ name: 'bombe.png', mimeType: 'image/png', buffer: imageBomb() });
  await expect(
    page.getByRole('alert').filter({ hasText: 'Dieses Bild hat zu viele Bildpunkte.' }),
  ).toBeVisible();
});

test('the server refuses it too, from whoever goes round the phone, and stays well', async ({
  citizen,
  shared,
}) => {
  await citizen.logsIn('Erika Mustermann');
  const send = (name: string, type: string, content: Buffer) =>
    sendPastTheApp(citizen.page.request, citizen.origin, { name, type, content });
  expect(await send('bombe.png', 'image/png', imageBomb())).toBe('vault.too_many_pixels');
  const letter = Buffer.from('kein Bild');
  expect(await send('brief.jpg', 'image/jpeg', letter)).toBe('vault.not_a_picture_or_pdf');
  const infected = Buffer.concat([await noisyPhotograph(800, 600, 80), Buffer.from(eicar)]);
  expect(await send('virus.jpg', 'image/jpeg', infected)).toBe('vault.infected');
  expect((await fetch(`${shared.origin}/readyz`)).status).toBe(200);
});

/** Uploads as any tus client does; gives the code with which the server refused the file after looking at it. */
async function sendPastTheApp(
  http: APIRequestContext,
  origin: string,
  file: { name: string; type: string; content: Buffer },
): Promise<string | null> {
  const documentId = newId<'document'>();
  const metadata = { documentId, filename: file.name, filetype: file.type };
  const tus = { 'tus-resumable': '1.0.0', 'x-jena-client': '1', origin };
  const created = await http.post(`${origin}/uploads`, {
    headers: {
      ...tus,
      'upload-length': String(file.content.length),
      'upload-metadata': Object.entries(metadata)
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
  });
  expect(created.status()).toBe(201);
  const sent = await http.patch(`${origin}/uploads/${documentId}`, {
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    data: file.content,
  });
  expect(sent.status()).toBe(204);
  const input = encodeURIComponent(JSON.stringify({ documentId }));
  let refusal: string | null = null;
  await expect
    .poll(async () => {
      const answer = await http.get(`${origin}/trpc/vault.document?input=${input}`);
      const { result } = await answer.json();
      refusal = result.data.refusal;
      return result.data.state;
    })
    .toBe('refused');
  return refusal;
}
