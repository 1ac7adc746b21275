import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBytes } from '../testing/bytes.ts';
import { openJson, SealBroken, sealJson } from './sealing.ts';
import { chunkBytes, decryptStream, encryptStream } from './stream.ts';

const key = createSecretKey(randomBytes(32));
const other = createSecretKey(randomBytes(32));

const encrypt = (plain: Uint8Array, place = 'vault.file|a') =>
  collectBytes(encryptStream(key, place, [plain]));
const decrypt = (sealed: Uint8Array, place = 'vault.file|a', by = key) =>
  collectBytes(decryptStream(by, place, [sealed]));

describe('a sealed value', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = openJson(key, 'here', sealJson(key, 'here', value));
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('opens neither elsewhere, nor with another key, nor after one bit changed', () => {
    const sealed = sealJson(key, 'cases.answers|1', { name: 'Erika' });
    expect(sealed.includes('Erika')).toBe(false);
    expect(() => openJson(key, 'cases.answers|2', sealed)).toThrow(SealBroken);
    expect(() => openJson(other, 'cases.answers|1', sealed)).toThrow(SealBroken);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openJson(key, 'cases.answers|1', changed)).toThrow(SealBroken);
    }
    expect(() => openJson(key, 'cases.answers|1', sealed.subarray(0, 20))).toThrow(SealBroken);
  });

  it('never looks the same twice', () => {
    expect(sealJson(key, 'x', 1).equals(sealJson(key, 'x', 1))).toBe(false);
  });
});

describe('an encrypted file', () => {
  const sizes = [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 3 * chunkBytes + 5];

  it.each(sizes)('of %i bytes comes back', async (size) => {
    const plain = randomBytes(size);
    expect((await decrypt(await encrypt(plain))).equals(plain)).toBe(true);
  });

  it('comes back however the stream is cut', async () => {
    const plain = randomBytes(2 * chunkBytes + 77);
    async function* inBits(whole: Buffer, size: number) {
      for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
    }
    const sealed = await collectBytes(encryptStream(key, 'p', inBits(plain, 1000)));
    expect((await collectBytes(decryptStream(key, 'p', inBits(sealed, 777)))).equals(plain)).toBe(true);
  });

  it('is refused when cut off, even between chunks', async () => {
    const sealed = await encrypt(randomBytes(3 * chunkBytes));
    const head = 12;
    for (const length of [
      0,
      5,
      head,
      head + 3,
      head + chunkBytes + 16,
      head + 2 * (chunkBytes + 16),
      sealed.length - 1,
    ]) {
      await expect(decrypt(sealed.subarray(0, length))).rejects.toBeInstanceOf(SealBroken);
    }
  });

  it('is refused when chunks change places or one is repeated', async () => {
    const sealed = await encrypt(randomBytes(3 * chunkBytes));
    const chunk = (index: number) =>
      sealed.subarray(12 + index * (chunkBytes + 16), 12 + (index + 1) * (chunkBytes + 16));
    const head = sealed.subarray(0, 12);
    await expect(decrypt(Buffer.concat([head, chunk(1), chunk(0), chunk(2)]))).rejects.toBeInstanceOf(
      SealBroken,
    );
    await expect(decrypt(Buffer.concat([head, chunk(0), chunk(0), chunk(2)]))).rejects.toBeInstanceOf(
      SealBroken,
    );
    await expect(decrypt(Buffer.concat([sealed, chunk(2)]))).rejects.toBeInstanceOf(SealBroken);
  });

  it('lets go of its source when the reader stops early, and when it is broken', async () => {
    const whole = await encrypt(randomBytes(4 * chunkBytes));
    for (const sealed of [whole, Buffer.alloc(whole.length)]) {
      let isOpen = false;
      const source = (async function* () {
        isOpen = true;
        try {
          for (let at = 0; at < sealed.length; at += 2 * chunkBytes)
            yield sealed.subarray(at, at + 2 * chunkBytes);
        } finally {
          isOpen = false;
        }
      })();
      const reading = decryptStream(key, 'vault.file|a', source);
      await reading.next().catch(() => undefined);
      await reading.return(undefined);
      expect(isOpen).toBe(false);
    }
  });

  it('is refused under another name or key', async () => {
    const sealed = await encrypt(Buffer.from('Ausweis'));
    await expect(decrypt(sealed, 'vault.file|b')).rejects.toBeInstanceOf(SealBroken);
    await expect(decrypt(sealed, 'vault.file|a', other)).rejects.toBeInstanceOf(SealBroken);
  });
});
