import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A photograph full of noise: it does not compress, so it is as heavy as the sharpest of phones make them. */
export function noisyPhotograph(width: number, height: number, quality = 90): Promise<Buffer> {
  const pixels = randomBytes(width * height * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}

/** A few kilobytes that unfold to 900 million pixels. */
export function imageBomb(): Promise<Buffer> {
  return sharp({ create: { width: 30_000, height: 30_000, channels: 3, background: '#ffffff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
