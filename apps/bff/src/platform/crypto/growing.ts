import { createCipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const blockBytes = 16;

/**
 * Encrypts a file that grows and may be cut off anywhere: AES-256-CTR, so that writing goes on at any byte and each byte
 * stays where it was. It only keeps secret; who must notice changes uses `stream.ts`. Decrypting is the same.
 * @param place names the file; each has a key of its own, so no two share their key stream
 * @param offset the byte at which the next part belongs
 */
export function growingCipher(
  key: KeyObject,
  place: string,
  offset: number,
): (part: Uint8Array) => Buffer<ArrayBuffer> {
  const own = createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), place, 32)));
  const counter = Buffer.alloc(blockBytes);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / blockBytes)), blockBytes / 2);
  const cipher = createCipheriv('aes-256-ctr', own, counter);
  cipher.update(Buffer.alloc(offset % blockBytes));
  return (part) => cipher.update(part);
}
