import { newId } from '@jena/shared/kernel';
import { sniff } from '../sniff.ts';
import type { Turn } from '../vision/turn.ts';
import type { ScanPage } from './pages.ts';
import { ownMark, writePdf } from './write-pdf.ts';

/**
 * The pages of a document that this app made, as they are, for changing them; `undefined` for any other file. A PDF is
 * ours when it could have been written by `writePdf` only: anything else would be lost when it is written anew.
 */
export async function readPages(content: Blob): Promise<ScanPage[] | undefined> {
  if (content.type === 'image/jpeg') return readPicture(content);
  const start = await content.slice(0, 64).text();
  if (!start.startsWith(`%PDF-1.7\n${ownMark}\n`)) return undefined;
  const pages = await readOwnPdf(content);
  if (!pages || pages.length === 0) return undefined;
  // Written again, it must be the same file; the pictures are slices of it, so lengths and frame decide.
  return writePdf(pages).size === content.size ? pages : undefined;
}

async function readPicture(content: Blob): Promise<ScanPage[] | undefined> {
  const found = await sniff(content);
  if (found.kind !== 'picture') return undefined;
  return [{ id: newId(), jpeg: content, width: found.width, height: found.height, turn: 0 }];
}

const pageHead = /^\d+ 0 obj\n<<\/Type\/Page\/Parent 2 0 R\/MediaBox\[[\d. ]+\]\/Rotate (0|90|180|270)\//;
const pictureHead =
  /^\d+ 0 obj\n<<\/Type\/XObject\/Subtype\/Image\/Width (\d+)\/Height (\d+)\/ColorSpace\/DeviceRGB\/BitsPerComponent 8\/Filter\/DCTDecode\/Length (\d+)>>\nstream\n/;

/** Follows the table of places at the end (7.5.4): three objects a page, from the third on. */
async function readOwnPdf(content: Blob): Promise<ScanPage[] | undefined> {
  const tail = await content.slice(Math.max(0, content.size - 64)).text();
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(tail)?.[1] ?? Number.NaN);
  if (!Number.isInteger(table) || table > content.size) return undefined;
  const places = [...(await content.slice(table).text()).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) =>
    Number(at),
  );
  const pages: ScanPage[] = [];
  for (let index = 2; index + 2 < places.length; index += 3) {
    const [own = 0, picture = 0] = [places[index], places[index + 1]];
    const page = pageHead.exec(await latin(content, own));
    const image = pictureHead.exec(await latin(content, picture));
    if (!page || !image) return undefined;
    const [width, height, bytes] = [Number(image[1]), Number(image[2]), Number(image[3])];
    const start = picture + image[0].length;
    const jpeg = content.slice(start, start + bytes, 'image/jpeg');
    pages.push({ id: newId(), jpeg, width, height, turn: Number(page[1]) as Turn });
  }
  return pages;
}

/** The beginning of an object; its head is plain ASCII. */
async function latin(content: Blob, from: number): Promise<string> {
  return new TextDecoder('latin1').decode(await content.slice(from, from + 400).arrayBuffer());
}
