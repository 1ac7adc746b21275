import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growingCipher } from './growing.ts';

const key = createSecretKey(randomBytes(32));
const plain = randomBytes(5000);
const whole = growingCipher(key, 'a', 0)(plain);

it('a growing file is the same however often its writing was cut off', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(plain.length), { maxLength: 6 }), (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), plain.length];
      const parts = edges.slice(1).map((end, at) => {
        const start = edges[at] ?? 0;
        return growingCipher(key, 'a', start)(plain.subarray(start, end));
      });
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
    }),
  );
  expect(growingCipher(key, 'a', 0)(whole).equals(plain)).toBe(true);
});

it('is noise to whoever has no key, and nothing of one file tells of another', () => {
  const other = growingCipher(key, 'b', 0)(plain);
  const foreign = growingCipher(createSecretKey(randomBytes(32)), 'a', 0)(whole);
  for (const noise of [whole, other, foreign]) expect(noise.includes(plain.subarray(0, 8))).toBe(false);
  expect(other.includes(whole.subarray(0, 8))).toBe(false);
});
