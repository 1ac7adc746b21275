import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { SealBroken } from './sealing.ts';

/*
 * Files are encrypted in chunks, so that none is ever whole in memory: the STREAM construction
 * (Hoang, Reyhanitabar, Rogaway, Vizár 2015). Each chunk's nonce is a random prefix, its number and
 * whether it is the last, so that reordered, dropped, repeated and cut-off chunks are all noticed.
 * Layout: 'JENA' | algorithm (1) | prefix (7) | chunks of 64 KiB, each followed by its tag (16).
 */
const magic = Buffer.from('JENA');
const algorithm = 1;
const prefixBytes = 7;
const tagBytes = 16;
const headBytes = magic.length + 1 + prefixBytes;
export const chunkBytes = 64 * 1024;
const sealedChunkBytes = chunkBytes + tagBytes;

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

function nonceOf(prefix: Uint8Array, index: number, last: boolean): Buffer {
  // 2^32 chunks of 64 KiB are 256 TiB; a file that long is an error elsewhere.
  const nonce = Buffer.alloc(prefixBytes + 5);
  nonce.set(prefix);
  nonce.writeUInt32BE(index, prefixBytes);
  nonce[prefixBytes + 4] = last ? 1 : 0;
  return nonce;
}

const placeOf = (place: string, index: number) => Buffer.from(`${place}|${algorithm}|${index}`);

/**
 * Cuts a stream into pieces of one size; the last one is marked and may be shorter or, for an empty stream, empty.
 * Parts that fit are handed on as they came: copying them would cost as much as encrypting them.
 */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    let rest = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    // What is waiting goes out only once more has come: until then it may be the last.
    while (length + rest.length > size) {
      const missing = size - length;
      yield { piece: joined([...waiting, rest.subarray(0, missing)]), last: false };
      rest = rest.subarray(missing);
      waiting = [];
      length = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    length += rest.length;
  }
  yield { piece: joined(waiting), last: true };
}

function joined(parts: Buffer[]): Buffer {
  const filled = parts.filter((part) => part.length > 0);
  const [only] = filled;
  return only !== undefined && filled.length === 1 ? only : Buffer.concat(filled);
}

/** Encrypts a file as it flows by. `place` binds it to its document, e.g. `vault.file|<documentId>`. */
export async function* encryptStream(key: KeyObject, place: string, plain: Bytes): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([magic, Buffer.from([algorithm]), prefix]);
  let index = 0;
  for await (const { piece, last } of inPieces(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, index, last));
    cipher.setAAD(placeOf(place, index));
    // GCM gives everything at once; `final` only closes the tag. Put together by whoever writes, not here.
    yield cipher.update(piece);
    cipher.final();
    yield cipher.getAuthTag();
    index += 1;
  }
}

/** Takes the file's head off a stream; what follows comes from the same source. */
async function readHead(parts: AsyncGenerator<Uint8Array>): Promise<{ head: Buffer; extra: Buffer }> {
  let head = Buffer.alloc(0);
  while (head.length < headBytes) {
    const next = await parts.next();
    if (next.done) throw new SealBroken();
    head = Buffer.concat([head, next.value]);
  }
  return { head: head.subarray(0, headBytes), extra: head.subarray(headBytes) };
}

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

/**
 * Decrypts what `encryptStream` made. Each chunk is checked before it is handed on,
 * but only the end proves that the file is complete: treat everything before as provisional.
 * @throws SealBroken when the file was changed, cut off, or belongs elsewhere
 */
export async function* decryptStream(
  key: KeyObject,
  place: string,
  sealed: Bytes,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const parts = (async function* () {
    yield* sealed;
  })();
  try {
    yield* decryptParts(key, place, parts);
  } finally {
    // Whoever stops early, or meets a broken file, lets go of the source: it may be an open file.
    await parts.return(undefined);
  }
}

async function* decryptParts(
  key: KeyObject,
  place: string,
  parts: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const { head, extra } = await readHead(parts);
  if (!head.subarray(0, magic.length).equals(magic) || head[magic.length] !== algorithm)
    throw new SealBroken();
  const prefix = head.subarray(magic.length + 1);
  let index = 0;
  for await (const { piece, last } of inPieces(chain(extra, parts), sealedChunkBytes)) {
    if (piece.length < tagBytes) throw new SealBroken();
    const nonce = nonceOf(prefix, index, last);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(placeOf(place, index));
    decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
    let plain: Buffer<ArrayBuffer>;
    try {
      // GCM gives everything at once; `final` only judges the tag, and nothing leaves before it did.
      plain = decipher.update(piece.subarray(0, piece.length - tagBytes));
      decipher.final();
    } catch {
      throw new SealBroken();
    }
    if (plain.length > 0) yield plain;
    index += 1;
  }
}
