import { expect, test, vi } from 'vitest';
import { smallJpeg } from './small-jpeg.ts';

const picture = (bytes: number, inside = '') => new Blob([new Uint8Array(bytes), inside]);

test('the best quality that is at most 2 MB is taken', async () => {
  const encode = vi.fn(async (quality: number) => picture(quality * 3_000_000));
  expect((await smallJpeg(encode)).size).toBe(1_950_000);
  expect(encode.mock.calls).toEqual([[0.85], [0.75], [0.65]]);
});

test('bytes that the server would take for active content are encoded anew', async () => {
  const [unlucky, other] = [picture(10, '/xFa '), picture(9)];
  expect(await smallJpeg(async (quality) => (quality === 0.85 ? unlucky : other))).toBe(other);
});

test('a picture that stays large is better than none', async () => {
  const last = picture(2_500_000);
  expect(await smallJpeg(async (quality) => (quality === 0.5 ? last : picture(3_000_000)))).toBe(last);
});
