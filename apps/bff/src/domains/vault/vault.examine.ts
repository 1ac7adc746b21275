import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type acceptedMediaTypes,
  activeContent,
  documentDamaged,
  infected,
  notAPictureOrPdf,
} from '@jena/shared/vault';
import { fileTypeFromBuffer } from 'file-type';
import { PdfUnreadable, pdfIn, pdfOut } from '../../adapters/pdf/port.ts';
import type { Bytes } from '../../platform/crypto/stream.ts';
import type { VaultDeps } from './vault.documents.ts';
import { firstPicture, pageCount } from './vault.pdf.pages.ts';
import { refusalOfPdf } from './vault.pdf.ts';
import { cleanPicture, pictureFromHeif, previewOf } from './vault.pictures.ts';
import { isAccepted, isHeif, kindOf } from './vault.policy.ts';
import type { DocumentRow } from './vault.store.ts';

type MediaType = (typeof acceptedMediaTypes)[number];

/** What may be kept of an upload. */
export type CleanFile = { mediaType: MediaType; content: Bytes; preview: Buffer | null; pages: number };

/** So much of its beginning tells what a file is. */
const headBytes = 4100;

/** Decoding takes up to 4 bytes a pixel and a PDF is searched whole: one file at a time, whatever the number of jobs. */
let last: Promise<unknown> = Promise.resolve();
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * Looks at an upload in quarantine: what its content is, whether malware was found, what of it is harmless.
 * The content decides what it is; the declared type must be of the same kind (a PNG that calls itself JPEG is a phone's
 * habit, a PDF that calls itself a picture is not).
 * @param folder private, for the time of the work: what is kept of a PDF lies there and is read from there
 * @throws the refusal; ScannerAway, PdfToolAway when it cannot be said now
 */
export async function examine(deps: VaultDeps, row: DocumentRow, folder: string): Promise<CleanFile> {
  const { uploads, scanner } = deps;
  const mediaType = await typeOf(uploads.read(row.id));
  if (mediaType === undefined || kindOf(mediaType) !== kindOf(row.mediaType)) throw notAPictureOrPdf();
  if (!isAccepted(mediaType) && !isHeif(mediaType)) throw notAPictureOrPdf();
  const verdict = await scanner.scan(uploads.read(row.id));
  if (verdict.kind !== 'clean') deps.log.warn({ documentId: row.id, ...verdict }, 'refused by the scanner');
  if (verdict.kind === 'found') throw infected();
  if (verdict.kind === 'unscannable') throw activeContent();
  return oneAtATime(() => {
    if (!isAccepted(mediaType)) return fromHeif(deps, row);
    return mediaType === 'application/pdf'
      ? cleanPdf(deps, row, folder)
      : cleanedPicture(deps, row, mediaType);
  });
}

async function typeOf(content: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of content) {
    parts.push(part);
    length += part.length;
    if (length >= headBytes) break;
  }
  const found = await fileTypeFromBuffer(Buffer.concat(parts).subarray(0, headBytes)).catch(() => undefined);
  return found?.mime;
}

async function whole({ uploads }: VaultDeps, row: DocumentRow): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of uploads.read(row.id)) parts.push(part);
  return Buffer.concat(parts);
}

async function cleanedPicture(
  deps: VaultDeps,
  row: DocumentRow,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<CleanFile> {
  return { mediaType, ...(await cleanPicture(await whole(deps, row), mediaType)), pages: 1 };
}

async function fromHeif(deps: VaultDeps, row: DocumentRow): Promise<CleanFile> {
  return { mediaType: 'image/jpeg', ...(await pictureFromHeif(deps.heif, await whole(deps, row))), pages: 1 };
}

/** Checked as it came, rewritten, and checked again: what is kept is what was looked at. */
async function cleanPdf({ uploads, pdf }: VaultDeps, row: DocumentRow, folder: string): Promise<CleanFile> {
  const [came, rewritten] = [join(folder, pdfIn), join(folder, pdfOut)];
  await pipeline(uploads.read(row.id), createWriteStream(came, { mode: 0o600 }));
  await refuseActive(came);
  await pdf.rewrite(folder).catch((error: unknown) => {
    throw error instanceof PdfUnreadable ? documentDamaged() : error;
  });
  const kept = await refuseActive(rewritten);
  const picture = firstPicture(kept);
  return {
    mediaType: 'application/pdf',
    content: createReadStream(rewritten, { highWaterMark: 512 * 1024 }),
    preview: picture && (await previewOf(picture)),
    pages: pageCount(kept),
  };
}

async function refuseActive(file: string): Promise<Buffer> {
  const content = await readFile(file);
  const refusal = await refusalOfPdf(content);
  if (refusal !== null) throw refusal;
  return content;
}
