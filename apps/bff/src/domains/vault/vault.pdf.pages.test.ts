import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterEach, expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { openTestSqlite } from '../../platform/testing/stores.ts';
import { readFile } from './vault.documents.ts';
import { openTestVault, type TestVault, upload } from './vault.testing.ts';

let test: TestVault;
afterEach(() => test.close());

async function pdfWith(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

const picture = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function kept(content: Buffer) {
  test = await openTestVault(await openTestSqlite());
  const id = await upload(test, { content, type: 'application/pdf', name: 'Mietvertrag.pdf' });
  await test.jobs.drain();
  const row = await test.vault.documents.byId(test.vault.store.read, id);
  if (row === undefined) throw new Error('the document is gone');
  return row;
}

it('a scanned contract knows its pages and shows the first one small', async () => {
  const [first, second] = [await picture(900, 1200, '#c33'), await picture(900, 1200, '#33c')];
  const row = await kept(
    await pdfWith((pdf) =>
      pdf.image(first, 0, 0, { width: 500 }).addPage().image(second, 0, 0, { width: 500 }),
    ),
  );
  expect([row.state, row.pages, row.hasPreview]).toEqual(['available', 2, true]);
  const preview = sharp(await collectBytes(await readFile(test.vault, row, 'preview')));
  const [{ width, height }, { dominant }] = [await preview.metadata(), await preview.stats()];
  expect([width, height]).toEqual([240, 320]);
  expect(dominant.r).toBeGreaterThan(dominant.b);
});

it('a letter with a logo has pages but no picture of one', async () => {
  const logo = await picture(120, 60, '#3a3');
  const row = await kept(await pdfWith((pdf) => pdf.image(logo, 0, 0).text('Sehr geehrte Frau Mustermann')));
  expect([row.state, row.pages, row.hasPreview]).toEqual(['available', 1, false]);
});

it('what only calls itself a picture inside costs the document nothing but its preview', async () => {
  const torn = (await picture(900, 1200, '#c33')).subarray(0, 900);
  const row = await kept(await pdfWith((pdf) => pdf.image(torn, 0, 0, { width: 500 })));
  expect([row.state, row.pages, row.hasPreview]).toEqual(['available', 1, false]);
});
