import type { ScanPage } from './pages.ts';

/** Stands in the second line of every PDF that this app makes: only such a one is taken apart again. */
export const ownMark = '%jena-scan-1';

/** A4 in points (1/72 inch), ISO 216. */
const a4 = { short: 595.28, long: 841.89 };
/** A sheet whose shape is that near to A4 was one, seen from the side. */
const nearA4 = 0.06;

/**
 * One PDF of all pages (ISO 32000-2): each is its JPEG, byte for byte, on a page of its size, turned by `Rotate`. Nothing
 * else is in it: no title, no date, no device.
 */
export function writePdf(pages: readonly ScanPage[]): Blob {
  const file = new PdfFile();
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  file.object(1, '<</Type/Catalog/Pages 2 0 R>>');
  file.object(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  for (const [index, page] of pages.entries()) {
    const [own, picture, drawing] = [3 + index * 3, 4 + index * 3, 5 + index * 3];
    const { width, height } = paperSize(page);
    const resources = `<</XObject<</P ${picture} 0 R>>>>`;
    file.object(
      own,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${page.turn}/Resources${resources}/Contents ${drawing} 0 R>>`,
    );
    const shape = `/Width ${page.width}/Height ${page.height}/ColorSpace/DeviceRGB/BitsPerComponent 8`;
    file.stream(picture, `/Type/XObject/Subtype/Image${shape}/Filter/DCTDecode`, page.jpeg, page.jpeg.size);
    const draw = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
    file.stream(drawing, '', draw, draw.length);
  }
  return file.end();
}

/** In points: A4 where it was one, else as large as fits A4 the long way. */
function paperSize({ width, height }: ScanPage): { width: number; height: number } {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const isA4 = Math.abs((long / short) * (a4.short / a4.long) - 1) < nearA4;
  const across = isA4 ? a4.short : round((a4.long * short) / long);
  return width > height ? { width: a4.long, height: across } : { width: across, height: a4.long };
}

const round = (points: number) => Math.round(points * 100) / 100;

class PdfFile {
  private readonly parts: (string | Blob)[] = [];
  private readonly places: number[] = [];
  private length = 0;

  constructor() {
    // Four bytes above 127 tell every tool that the file is not text (7.5.2); as UTF-8 they are two letters.
    this.add(`%PDF-1.7\n${ownMark}\n%âã\n`);
  }

  object(number: number, content: string): void {
    this.begin(number);
    this.add(`${content}\nendobj\n`);
  }

  stream(number: number, entries: string, content: string | Blob, bytes: number): void {
    this.begin(number);
    this.add(`<<${entries}/Length ${bytes}>>\nstream\n`);
    this.parts.push(content);
    this.length += bytes;
    this.add('\nendstream\nendobj\n');
  }

  end(): Blob {
    const start = this.length;
    const places = this.places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
    const size = this.places.length + 1;
    this.add(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`);
    this.add(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
    return new Blob(this.parts, { type: 'application/pdf' });
  }

  /** Objects come in the order of their numbers. */
  private begin(number: number): void {
    this.places.push(this.length);
    this.add(`${number} 0 obj\n`);
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += new TextEncoder().encode(text).length;
  }
}
