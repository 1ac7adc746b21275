import sharp from 'sharp';
import { noisyPhotograph } from './pictures.ts';

const paperSize = { width: 620, height: 877 };

const emptyPaper = () =>
  sharp({ create: { ...paperSize, channels: 3, background: '#f2efe6' } })
    .jpeg()
    .toBuffer();

/** A picture of a page that is as large as a photographed one. */
export const fullPaper = () => noisyPhotograph(paperSize.width, paperSize.height, 30);

/** A PDF of so many pages, each a scan of its own with its number on it. */
export async function scanOf(pages: number, page: () => Promise<Buffer> = emptyPaper): Promise<Buffer> {
  const paper = await page();
  const objects: Buffer[] = [];
  const add = (head: string, stream?: Buffer) => {
    const id = objects.length + 1;
    const body = stream
      ? Buffer.concat([Buffer.from(`\nstream\n`), stream, Buffer.from('\nendstream')])
      : Buffer.alloc(0);
    objects.push(Buffer.concat([Buffer.from(`${id} 0 obj\n${head}`), body, Buffer.from('\nendobj\n')]));
    return id;
  };
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 3 + 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let number = 1; number <= pages; number++) {
    const picture = add(
      `<< /Type /XObject /Subtype /Image /Width 620 /Height 877 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${paper.length} >>`,
      paper,
    );
    const words = Buffer.from(
      `q 595 0 0 842 0 0 cm /P Do Q BT /F 24 Tf 72 720 Td (Seite ${number} von ${pages}) Tj ET`,
    );
    const text = add(`<< /Length ${words.length} >>`, words);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${text} 0 R /Resources << /XObject << /P ${picture} 0 R >> /Font << /F 3 0 R >> >> >>`,
    );
  }
  const parts = [Buffer.from('%PDF-1.7\n'), ...objects];
  let at = 0;
  const rows = parts.map((part) => {
    const row = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += part.length;
    return row;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.slice(1).join('')}`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`),
  ]);
}
