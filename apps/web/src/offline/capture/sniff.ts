import { maxUploadBytes } from '@jena/shared/vault';

/** What a file really is, by its first bytes; its name and the browser's guess count for nothing. */
export type FileKind =
  | { kind: 'picture'; width: number; height: number }
  /** HEIC, as iPhones make it: Safari decodes it, elsewhere our server does. */
  | { kind: 'heic' }
  /** WebP, AVIF: browsers decode them and make a JPEG of it, none of our offices can. */
  | { kind: 'maybe_picture' }
  | { kind: 'pdf' }
  | {
      kind: 'refused';
      code: 'vault.not_a_picture_or_pdf' | 'vault.too_large' | 'vault.too_many_pixels' | 'vault.damaged';
    };

/** A phone decodes at most this many pixels; the largest phone cameras make 200 million, image bombs far more. */
const mostPixels = 210_000_000;
/** JPEGs carry a preview and camera data before their measures. */
const headBytes = 512 * 1024;

/** Looks at a chosen file before anything else does. */
export async function sniff(file: Blob): Promise<FileKind> {
  const head = new DataView(await file.slice(0, headBytes).arrayBuffer());
  if (isPdf(head)) return file.size > maxUploadBytes ? refused('vault.too_large') : { kind: 'pdf' };
  if (isJpeg(head)) return measured(jpegSize(head));
  if (isPng(head)) return measured(pngSize(head));
  if (isHeic(head)) return file.size > maxUploadBytes ? refused('vault.too_large') : { kind: 'heic' };
  return isModernPicture(head) ? { kind: 'maybe_picture' } : refused('vault.not_a_picture_or_pdf');
}

function refused(code: Extract<FileKind, { kind: 'refused' }>['code']): FileKind {
  return { kind: 'refused', code };
}

type Size = { width: number; height: number };

function measured(size: Size | undefined): FileKind {
  if (!size || size.width === 0 || size.height === 0) return refused('vault.damaged');
  return size.width * size.height > mostPixels
    ? refused('vault.too_many_pixels')
    : { kind: 'picture', ...size };
}

function ascii(view: DataView, from: number, length: number): string {
  let text = '';
  for (let at = from; at < Math.min(view.byteLength, from + length); at++) {
    text += String.fromCharCode(view.getUint8(at));
  }
  return text;
}

/** Readers accept a PDF header anywhere in the first kilobyte (ISO 32000-1, Annex H). */
function isPdf(view: DataView): boolean {
  return ascii(view, 0, 1024).includes('%PDF-');
}

function isJpeg(view: DataView): boolean {
  return view.byteLength > 3 && view.getUint16(0) === 0xffd8 && view.getUint8(2) === 0xff;
}

function isPng(view: DataView): boolean {
  return view.byteLength > 8 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
}

const isBrand = (view: DataView, brands: readonly string[]) =>
  ascii(view, 4, 4) === 'ftyp' && brands.includes(ascii(view, 8, 4));

/** Still pictures of HEIF; what is inside is nearly always HEVC. */
function isHeic(view: DataView): boolean {
  return isBrand(view, ['heic', 'heix', 'mif1']);
}

function isModernPicture(view: DataView): boolean {
  if (ascii(view, 0, 4) === 'RIFF') return ascii(view, 8, 4) === 'WEBP';
  return isBrand(view, ['avif']);
}

function pngSize(view: DataView): Size | undefined {
  if (view.byteLength < 24 || ascii(view, 12, 4) !== 'IHDR') return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks a JPEG's segments to the frame header (ITU-T T.81, B.2.2), which holds the measures. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
