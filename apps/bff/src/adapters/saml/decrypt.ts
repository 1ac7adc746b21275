import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { child, childElements } from '../xml/xml.ts';
import { ns, sha256 } from './names.ts';

/** Content ciphers with authentication; CBC is refused: its padding tells attackers what is inside. */
const ciphers: Readonly<Record<string, { name: 'aes-256-gcm' | 'aes-128-gcm'; keyBytes: number }>> = {
  [`${ns.xenc11}aes256-gcm`]: { name: 'aes-256-gcm', keyBytes: 32 },
  [`${ns.xenc11}aes128-gcm`]: { name: 'aes-128-gcm', keyBytes: 16 },
};
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Opens an `EncryptedAssertion` (XML Encryption 1.1) with our key: AES-GCM for the content, RSA-OAEP for its key.
 * @returns the XML inside, not yet trusted
 * @throws Error with the same words for whatever fails in the cryptography
 */
export function decrypted(encrypted: Element, privateKey: string): string {
  const data = child(encrypted, 'EncryptedData');
  const cipher = ciphers[methodOf(data)];
  if (cipher === undefined) throw new Error('content cipher not allowed');
  // The key stands inside the data's KeyInfo or beside the data; two would be a choice that nobody signed.
  const keys = [...within(child(data, 'KeyInfo')), ...within(encrypted)];
  const [encryptedKey] = keys;
  if (encryptedKey === undefined || keys.length > 1) throw new Error('not exactly one encrypted key');
  const oaepHash = oaepHashOf(encryptedKey);
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = privateDecrypt({ key: privateKey, padding, oaepHash }, cipherValue(encryptedKey));
    if (key.length !== cipher.keyBytes) throw new Error('key length');
    return opened(cipher.name, key, cipherValue(data));
  } catch {
    throw new Error('the assertion does not open');
  }
}

function opened(name: 'aes-256-gcm' | 'aes-128-gcm', key: Buffer, sealed: Buffer): string {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('too short');
  const decipher = createDecipheriv(name, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const body = sealed.subarray(nonceBytes, -tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

const within = (parent: Element | undefined): Element[] =>
  parent === undefined ? [] : childElements(parent).filter(({ localName }) => localName === 'EncryptedKey');

const methodOf = (parent: Element | undefined): string =>
  child(parent, 'EncryptionMethod')?.getAttribute('Algorithm') ?? '';

/**
 * OAEP by the names of both versions: `rsa-oaep-mgf1p` (hash and mask with SHA-1, whose collisions do not matter here),
 * or `rsa-oaep` with SHA-256 for both. Other mixtures Node cannot do, and nobody needs.
 */
function oaepHashOf(encryptedKey: Element): 'sha1' | 'sha256' {
  const method = child(encryptedKey, 'EncryptionMethod');
  const digest = child(method, 'DigestMethod')?.getAttribute('Algorithm') ?? `${ns.ds}sha1`;
  const mask = child(method, 'MGF')?.getAttribute('Algorithm') ?? `${ns.xenc11}mgf1sha1`;
  const name = method?.getAttribute('Algorithm');
  if (name === `${ns.xenc}rsa-oaep-mgf1p` && digest === `${ns.ds}sha1`) return 'sha1';
  if (name === `${ns.xenc11}rsa-oaep` && digest === sha256 && mask === `${ns.xenc11}mgf1sha256`)
    return 'sha256';
  throw new Error('key transport not allowed');
}

function cipherValue(parent: Element | undefined): Buffer {
  const text = child(child(parent, 'CipherData'), 'CipherValue')?.textContent ?? '';
  return Buffer.from(text.replaceAll(/\s/g, ''), 'base64');
}
