import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type AccountId, type DocumentId, newId } from '@jena/shared/kernel';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KeyGone } from '../../platform/crypto/keys.ts';
import { collect, collectBytes } from '../../platform/testing/bytes.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { checkDocument } from './vault.check.ts';
import { documentsOf, readFile, type VaultDeps } from './vault.documents.ts';
import { pageCount } from './vault.pdf.pages.ts';
import { harmlessPdf, openTestVault, pdfOf, type TestVault, upload } from './vault.testing.ts';

const ownerId = newId<'account'>() as AccountId;
const heic = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../adapters/heif/samples', `${name}.heic`));
let photo: Buffer;

beforeAll(async () => {
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5' } })
    .withExif({
      IFD0: { Make: 'Kamera', ImageDescription: 'zu Hause' },
      IFD3: { GPSLatitude: '50/1 55/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});

/** One bit a pixel: 112 MB of rows pack into a hundred kilobytes. */
function pictureBomb(edge = 30_000): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((edge / 8 + 1) * edge));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** Photographed pages, each with a picture of its own, as a scanner app makes them. */
async function scanOf(pages: number): Promise<Buffer> {
  const page = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer();
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const written = once(pdf, 'end');
  for (let number = 0; number < pages; number++)
    pdf
      .addPage()
      .image(Buffer.from(page), 0, 0, { width: 595 })
      .text(`Seite ${number + 1}`, 72, 72);
  pdf.end();
  await written;
  return Buffer.concat(parts);
}

describeOnBothDialects('the check of an upload', (open) => {
  let vaults: TestVault[] = [];
  afterEach(() => {
    for (const vault of vaults) vault.close();
    vaults = [];
  });
  async function openVault(): Promise<TestVault> {
    const vault = await openTestVault(await open());
    vaults.push(vault);
    return vault;
  }
  async function outcome(test: TestVault, id: DocumentId) {
    const { store, documents } = test.vault;
    const row = await documents.byId(store.read, id);
    if (row === undefined) throw new Error('the document is gone');
    const [document] = await documentsOf(test.vault, store.read, row.ownerId, [id]);
    return { row, document, left: existsSync(test.vault.uploads.pathOf(id)) };
  }
  async function check(file: Parameters<typeof upload>[1]) {
    const test = await openVault();
    const id = await upload(test, { ownerId, ...file });
    await test.jobs.drain();
    return { test, id, ...(await outcome(test, id)) };
  }

  it('keeps a HEIC photograph of an iPhone as a JPEG with a preview, whatever the phone called it', async () => {
    const file = { content: heic('paper'), type: 'image/jpeg', name: 'IMG_0001.HEIC' };
    const { test, row, document } = await check(file);
    expect(document).toMatchObject({
      state: 'available',
      name: 'IMG_0001.jpg',
      mediaType: 'image/jpeg',
      hasPreview: true,
    });
    const kept = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 600 });
    expect(kept.length).toBe(row.bytes);
  });

  it.each([
    ['one that breaks off', heic('paper').subarray(0, 900), 'image/heic', 'vault.damaged'],
    ['one of too many pixels', heic('51-million-pixels'), 'image/heic', 'vault.too_many_pixels'],
    ['one that calls itself a PDF', heic('paper'), 'application/pdf', 'vault.not_a_picture_or_pdf'],
  ])('refuses a HEIC photograph: %s', async (_what, content, type, refusal) => {
    const { document, left } = await check({ content, type });
    expect(document).toMatchObject({ state: 'refused', refusal });
    expect(left).toBe(false);
  });

  it('makes a photograph available: upright, without place and device, and nothing else of it stays', async () => {
    const { test, row, document, left } = await check({
      content: photo,
      type: 'image/jpeg',
      name: 'Küche.jpeg',
    });
    expect(document).toMatchObject({
      state: 'available',
      name: 'Küche.jpg',
      mediaType: 'image/jpeg',
      refusal: null,
    });
    expect(left).toBe(false);
    const content = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect(content.length).toBe(document?.bytes);
    const seen = await sharp(content).metadata();
    expect([seen.width, seen.height, seen.exif, seen.orientation]).toEqual([480, 640, undefined, undefined]);
    const preview = await sharp(await collectBytes(await readFile(test.vault, row, 'preview'))).metadata();
    expect([preview.width, preview.height]).toEqual([240, 320]);
  });

  it('keeps files and names on disk unreadable', async () => {
    const { test, row, id } = await check({
      content: harmlessPdf,
      type: 'application/pdf',
      name: 'Geheimes.pdf',
    });
    const onDisk = readFileSync(`${test.folder}/files/vault/${id.slice(0, 2)}/${id}`);
    expect(onDisk.includes('%PDF')).toBe(false);
    expect(row.name.includes('Geheimes')).toBe(false);
    const content = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('takes in a scan of 300 pages like one of a single page', async () => {
    const scan = await scanOf(300);
    const { test, row, document, left } = await check({ content: scan, type: 'application/pdf' });
    expect(document).toMatchObject({ state: 'available', pages: 300, hasPreview: true, refusal: null });
    expect(left).toBe(false);
    expect(readdirSync(join(test.folder, 'scratch'))).toEqual([]);
    const kept = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect([kept.length, pageCount(kept)]).toEqual([row.bytes, 300]);
  });

  it('writes a PDF anew: what no page reaches and what stands behind the end are gone', async () => {
    const hiding = Buffer.concat([harmlessPdf, Buffer.from('%PDF-1.4 zweite Datei')]);
    const { test, row, document } = await check({ content: hiding, type: 'application/pdf' });
    const content = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect([document?.state, document?.bytes]).toEqual(['available', content.length]);
    expect(content.includes('zweite Datei')).toBe(false);
    expect(readdirSync(join(test.folder, 'scratch'))).toEqual([]);
  });

  it('calls a screenshot named .jpg what it is', async () => {
    const content = await sharp(photo).png().toBuffer();
    const { document } = await check({ content, type: 'image/jpeg', name: 'bild.jpg' });
    expect(document).toMatchObject({ state: 'available', name: 'bild.png', mediaType: 'image/png' });
  });

  it('takes a photograph of 40 megabytes', async () => {
    const noise = randomFillSync(Buffer.alloc(3600 * 3600 * 3));
    const content = await sharp(noise, { raw: { width: 3600, height: 3600, channels: 3 } })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    expect(content.length).toBeGreaterThan(35_000_000);
    expect(content.length).toBeLessThan(50_000_000);
    const { document } = await check({ content, type: 'image/jpeg' });
    expect(document?.state).toBe('available');
  }, 60_000);

  const refusals: [string, string, string, () => Buffer][] = [
    ['a text named .jpg', 'image/jpeg', 'vault.not_a_picture_or_pdf', () => Buffer.from('Liebe Stadt, …')],
    ['an empty file', 'image/jpeg', 'vault.not_a_picture_or_pdf', () => Buffer.alloc(0)],
    [
      'a page of HTML',
      'image/png',
      'vault.not_a_picture_or_pdf',
      () => Buffer.from('<html><script>1</script>'),
    ],
    ['a PDF that calls itself a picture', 'image/png', 'vault.not_a_picture_or_pdf', () => harmlessPdf],
    ['a picture that calls itself a PDF', 'application/pdf', 'vault.not_a_picture_or_pdf', () => photo],
    ['an image bomb', 'image/png', 'vault.too_many_pixels', () => pictureBomb()],
    ['half a photograph', 'image/jpeg', 'vault.damaged', () => photo.subarray(0, photo.length / 2)],
    [
      'a PDF with JavaScript',
      'application/pdf',
      'vault.active_content',
      () => pdfOf('<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'),
    ],
    [
      // The first look takes it for a stream; after the rewriting there is no comment any more.
      'a PDF whose page acts by itself behind a comment',
      'application/pdf',
      'vault.active_content',
      () =>
        pdfOf(
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          '% stream\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /AA << /O << /S /URI /URI (https://example.org) >> >> >>',
        ),
    ],
    ['half a PDF', 'application/pdf', 'vault.damaged', () => harmlessPdf.subarray(0, 60)],
    [
      'a PDF of nothing',
      'application/pdf',
      'vault.damaged',
      () => Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'),
    ],
  ];
  it.each(refusals)('refuses %s with a reason and keeps nothing of it', async (_what, type, code, make) => {
    const { test, document, left } = await check({ content: make(), type });
    expect(document).toMatchObject({ state: 'refused', refusal: code });
    expect(left).toBe(false);
    expect(await collect(test.vault.files.list())).toEqual([]);
  });

  /** Dies at one step, as a killed process would: what was done before stays done. */
  const deaths: [string, (vault: VaultDeps) => VaultDeps][] = [
    ['while the file is written', (vault) => failingPut(vault, 1)],
    ['while the preview is written', (vault) => failingPut(vault, 2)],
    ['before the state is stored', (vault) => ({ ...vault, store: { ...vault.store, transaction: fail } })],
    [
      'before the original is deleted',
      (vault) => ({ ...vault, uploads: { ...vault.uploads, discard: fail } }),
    ],
  ];
  it.each(deaths)('that dies %s is finished by the next run', async (_when, broken) => {
    const test = await openVault();
    const id = await upload(test, { content: photo, type: 'image/jpeg', ownerId });
    await expect(checkDocument(broken(test.vault), id)).rejects.toThrow('the process died');
    await test.jobs.drain();
    const { row, document, left } = await outcome(test, id);
    expect([document?.state, left]).toEqual(['available', false]);
    const content = await collectBytes(await readFile(test.vault, row, 'vault'));
    expect((await sharp(content).metadata()).width).toBe(480);
    expect((await collect(test.vault.files.list())).sort()).toEqual([`preview/${id}`, `vault/${id}`]);
  });

  it('changes nothing when it runs again, or twice at the same time', async () => {
    const test = await openVault();
    const id = await upload(test, { content: photo, type: 'image/jpeg', ownerId });
    await Promise.all([checkDocument(test.vault, id), checkDocument(test.vault, id)]);
    await test.jobs.drain();
    const { row, document } = await outcome(test, id);
    expect(document?.state).toBe('available');
    expect((await collectBytes(await readFile(test.vault, row, 'vault'))).length).toBe(document?.bytes);
  });

  it('leaves nothing of a document that its owner removed meanwhile', async () => {
    const test = await openVault();
    const { store, documents, files, uploads } = test.vault;
    const id = await upload(test, { content: photo, type: 'image/jpeg', ownerId });
    const removing: VaultDeps = {
      ...test.vault,
      files: {
        ...files,
        async put(name, content) {
          const done = await files.put(name, content);
          await store.transaction((tx) => documents.remove(tx, id));
          return done;
        },
      },
    };
    await checkDocument(removing, id);
    expect(await collect(files.list())).toEqual([]);
    expect(existsSync(uploads.pathOf(id))).toBe(false);
  });

  it('cannot be read any more once the person’s key is destroyed', async () => {
    const { test, row } = await check({ content: photo, type: 'image/jpeg' });
    await test.vault.store.transaction((tx) => test.vault.keys.destroy(tx, ownerId));
    await expect(readFile(test.vault, row, 'vault')).rejects.toBeInstanceOf(KeyGone);
  });
});

describe('test pictures', () => {
  it('are as bad as they claim', async () => {
    const bomb = pictureBomb();
    expect(bomb.length).toBeLessThan(200_000);
    const { width, height } = await sharp(bomb, { limitInputPixels: false }).metadata();
    expect([width, height]).toEqual([30_000, 30_000]);
    expect((await sharp(photo).metadata()).orientation).toBe(6);
  });
});

const fail = async (): Promise<never> => {
  throw new Error('the process died');
};

function failingPut(vault: VaultDeps, at: number): VaultDeps {
  let calls = 0;
  const put: VaultDeps['files']['put'] = async (name, content) => {
    calls += 1;
    return calls === at ? fail() : vault.files.put(name, content);
  };
  return { ...vault, files: { ...vault.files, put } };
}
