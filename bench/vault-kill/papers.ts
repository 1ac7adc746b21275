// What is sent in the rounds, and how one sees that it came back whole.
import { eicar } from '@jena/sandbox/signatures';
import sharp from 'sharp';
import type { Random } from './random.ts';

export type Paper = {
  name: string;
  mediaType: 'image/jpeg' | 'application/pdf';
  content: Buffer;
  isInfected: boolean;
  width: number;
  height: number;
  /** Of a picture: the middle of its noise in red, green and blue. */
  colour: readonly number[];
};

/** A photograph of noise around a colour: large for its size, and to be known again after it was encoded anew. */
async function picture(random: Random, isInfected: boolean): Promise<Paper> {
  const [width, height] = [random.between(200, 900), random.between(200, 700)];
  const colour = [random.between(50, 200), random.between(50, 200), random.between(50, 200)];
  const pixels = random.bytes(width * height * 3);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = (colour[at % 3] ?? 0) - 40 + ((pixels[at] ?? 0) % 81);
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const content = isInfected ? Buffer.concat([jpeg, Buffer.from(eicar)]) : jpeg;
  return { name: 'foto.jpg', mediaType: 'image/jpeg', content, isInfected, width, height, colour };
}

/** One page that nobody else's document has, with as many bytes of remarks as a scan would have. */
function pdf(random: Random): Paper {
  const [width, height] = [random.between(200, 2000), random.between(200, 2000)];
  const remarks =
    random
      .bytes(random.between(2_000, 150_000))
      .toString('hex')
      .match(/.{1,78}/g) ?? [];
  const stream = remarks.map((line) => `% ${line}`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`;
  const content = Buffer.from(`%PDF-1.7\n${body}${table}`, 'latin1');
  const about = { name: 'vertrag.pdf', mediaType: 'application/pdf', isInfected: false } as const;
  return { ...about, content, width, height, colour: [] };
}

/** A picture mostly, a PDF or a file with a virus now and then. */
export function makePaper(random: Random): Promise<Paper> {
  const dice = random.between(1, 10);
  return dice <= 2 ? Promise.resolve(pdf(random)) : picture(random, dice === 3);
}

/** Whether these bytes are the whole paper, as the vault cleaned it. */
export async function isWhole(paper: Paper, bytes: Buffer): Promise<boolean> {
  if (paper.mediaType === 'application/pdf') {
    const text = bytes.toString('latin1');
    const box = new RegExp(`/MediaBox \\[\\s*0 0 ${paper.width} ${paper.height}\\s*\\]`);
    return text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF') && box.test(text);
  }
  try {
    const picture = sharp(bytes, { failOn: 'warning' });
    const { width, height } = await picture.metadata();
    const { channels } = await picture.stats();
    const isSameColour = paper.colour.every((middle, at) => Math.abs((channels[at]?.mean ?? 0) - middle) < 6);
    return width === paper.width && height === paper.height && isSameColour;
  } catch {
    return false;
  }
}
