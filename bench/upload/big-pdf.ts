import { randomBytes } from 'node:crypto';

/** A PDF of one page with a picture of noise: the product's check leaves such a picture as it is, so it tells whether every byte arrived. */
export type BigPdf = { content: Buffer; picture: Buffer };

export function bigPdf(bytes: number): BigPdf {
  const picture = randomBytes(bytes - 900);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P 4 0 R >> >> >>',
  ].map((text, index) => Buffer.from(`${index + 1} 0 obj\n${text}\nendobj\n`));
  const form =
    '/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8';
  const stream = [
    Buffer.from(`4 0 obj\n<< ${form} /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`),
    picture,
    Buffer.from('\nendstream\nendobj\n'),
  ];
  const parts = [Buffer.from('%PDF-1.7\n'), ...objects, Buffer.concat(stream)];
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    offsets.push(at);
    at += part.length;
  }
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const end = `xref\n0 5\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  const file = Buffer.concat([...parts, Buffer.from(end)]);
  return { content: Buffer.concat([file, Buffer.alloc(bytes - file.length, '\n')]), picture };
}
