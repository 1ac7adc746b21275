import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Names the construction in every sealed value, so that a later one can live beside it (ASVS 11.2.2). 1 = AES-256-GCM. */
const algorithm = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** A sealed value cannot be opened: wrong key, wrong place, or somebody changed it. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed value does not open');
    this.name = 'SealBroken';
  }
}

/**
 * Encrypts and authenticates bytes.
 * @param place what the value is and to whom it belongs, e.g. `cases.answers|<caseId>`; it opens only there
 */
export function seal(key: KeyObject, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([algorithm]), nonce, cipher.getAuthTag(), body]);
}

/** @throws SealBroken */
export function unseal(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  if (sealed.length < headBytes || sealed[0] !== algorithm) throw new SealBroken();
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** Seals a JSON value for a column. */
export function sealJson(key: KeyObject, place: string, value: unknown): Buffer {
  return seal(key, place, Buffer.from(JSON.stringify(value)));
}

/** Opens what `sealJson` made; parse it by its schema when its shape may have changed since. @throws SealBroken */
export function openJson<T>(key: KeyObject, place: string, sealed: Uint8Array): T {
  return JSON.parse(unseal(key, place, sealed).toString('utf8')) as T;
}
