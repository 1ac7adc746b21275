/**
 * How many pages a PDF has that was written anew: without object streams and earlier revisions, names plainly written
 * (PDF 2.0, 7.7.3.3). At least one, for a viewer shows something.
 */
export function pageCount(rewritten: Buffer): number {
  return Math.max(1, rewritten.toString('latin1').match(/\/Type\s*\/Page(?![^\s()<>[\]{}/%])/g)?.length ?? 0);
}

/** A smaller picture is a logo or a stamp, not a page. Pixels of the longer edge. */
const smallestPage = 600;
/** Bytes on either side of the word `Image`. */
const longestHead = 2000;

/**
 * The JPEG that the first page of a scanned document consists of, from a PDF that was written anew; null when the first
 * picture in it is none or is no page. Documents of text have no picture of a page, and get none.
 */
export function firstPicture(rewritten: Buffer): Buffer | null {
  const text = rewritten.toString('latin1');
  const mark = /\/Subtype\s*\/Image(?![^\s()<>[\]{}/%])/.exec(text);
  if (mark === null) return null;
  // A dictionary of a picture is short; looking no further keeps a hostile file from costing time.
  const from = text.lastIndexOf('<<', mark.index);
  const behind = /^[^>]*>>\s{0,8}stream(?:\r\n|\n)/.exec(text.slice(mark.index, mark.index + longestHead));
  if (from < mark.index - longestHead || behind === null) return null;
  const start = mark.index + behind[0].length;
  const head = text.slice(from, start);
  const number = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(head)?.[1] ?? Number.NaN);
  const isPlainJpeg = /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/.test(head);
  if (!isPlainJpeg || !(Math.max(number('Width'), number('Height')) >= smallestPage)) return null;
  const end = text.indexOf('endstream', start);
  return end < 0 ? null : rewritten.subarray(start, end);
}
