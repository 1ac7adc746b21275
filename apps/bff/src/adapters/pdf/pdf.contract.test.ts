import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPdf } from './adapter.ts';
import { PdfUnreadable, pdfIn, pdfOut } from './port.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jena-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function drawn(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument(options);
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text('Mietvertrag').addPage().text('Seite 2');
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

/** A PDF whose table is wrong, which readers mend. */
function pdfOf(...objects: string[]): Buffer {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(
    `%PDF-1.7\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}
const pages = [
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
];

describe.each([
  ['in a room of its own', true],
  ['without one', false],
])('rewriting a PDF %s', (_how, isolate) => {
  const pdf = createPdf({ isolate });
  async function rewritten(content: Buffer): Promise<string> {
    writeFileSync(join(folder, pdfIn), content);
    await pdf.rewrite(folder);
    return readFileSync(join(folder, pdfOut), 'latin1');
  }

  it('keeps its pages', async () => {
    const text = await rewritten(await drawn());
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toMatch(/\/Count 2/);
  });

  it('leaves out what no page can reach, and what hides behind the end', async () => {
    const whole = Buffer.concat([
      pdfOf('<< /Type /Catalog /Pages 2 0 R >>', ...pages, '<< /Secret (Versteck) >>'),
      Buffer.from('%PDF-1.4 hidden second file'),
    ]);
    const text = await rewritten(whole);
    expect(text).not.toContain('Versteck');
    expect(text).not.toContain('hidden');
  });

  it('writes names plainly and unpacks object streams', async () => {
    const packed = deflateSync(Buffer.from('5 0 << /S /J#61vaScript /JS (x) >>')).toString('latin1');
    const stream = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    const catalogue = '<< /Type /Catalog /Pages 2 0 R /Open#41ction << /S /J#61vaScript /JS (x) >> >>';
    const text = await rewritten(pdfOf(catalogue, ...pages, stream));
    expect(text).toContain('/OpenAction');
    expect(text).toContain('/JavaScript');
    expect(text).not.toContain('/ObjStm');
  });

  it('gives the same document for the same file', async () => {
    const content = await drawn();
    expect(await rewritten(content)).toBe(await rewritten(content));
  });

  it.each([
    ['a text', async () => Buffer.from('kein PDF')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a PDF with a password', () => drawn({ userPassword: 'geheim' })],
  ])('refuses %s', async (_what, make) => {
    await expect(rewritten(await make())).rejects.toBeInstanceOf(PdfUnreadable);
  });
});

it('is ready where qpdf is installed', async () => {
  await expect(createPdf().ready()).resolves.toBeUndefined();
});
