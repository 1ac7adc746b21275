import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHeif } from './adapter.ts';
import { HeifTooLarge, HeifUnreadable } from './port.ts';

/** Real HEIC files, see `samples/README.md`. */
const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));
const limits = { maxPixels: 50_000_000 };

describe('the decoder of HEIC photographs', () => {
  it('gives the pixels of a photograph', async () => {
    const { width, height, data } = await createHeif().decode(sample('paper.heic'), limits);
    expect([width, height, data.length]).toEqual([800, 600, 800 * 600 * 4]);
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    const [red = 0, green = 0, blue = 0] = at(600, 400);
    expect([red > 180, green < 80, blue < 80]).toEqual([true, true, true]);
    expect(Math.min(...at(150, 100))).toBeGreaterThan(240);
  });

  it('refuses more pixels than allowed before it decodes any', async () => {
    await expect(createHeif().decode(sample('51-million-pixels.heic'), limits)).rejects.toThrow(HeifTooLarge);
    await expect(createHeif().decode(sample('paper.heic'), { maxPixels: 479_999 })).rejects.toThrow(
      HeifTooLarge,
    );
  });

  it('refuses what breaks off, what is noise, and what is nothing', async () => {
    const whole = sample('paper.heic');
    const noise = Buffer.concat([whole.subarray(0, 600), Buffer.alloc(900, 0xa5)]);
    for (const file of [whole.subarray(0, 900), noise, Buffer.from('kein Bild'), Buffer.alloc(0)])
      await expect(createHeif().decode(file, limits)).rejects.toThrow(HeifUnreadable);
  });

  it('gives up on a picture that takes too long, and stops its process', async () => {
    const impatient = createHeif({ longestRunMs: 1 });
    await expect(impatient.decode(sample('paper.heic'), limits)).rejects.toThrow(HeifUnreadable);
  });
});
