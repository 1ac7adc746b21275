import { type Homography, homography, type Quad } from './geometry.ts';
import type { Pixels } from './grey.ts';

/**
 * Looks at a quad of a picture straight from above: every pixel of the result fetches its colour from where the sheet
 * has it, mixed from the four nearest. `quad` in pixels of the picture; `undefined` when its corners are on one line.
 */
export function straighten(
  picture: Pixels,
  quad: Quad,
  size: { width: number; height: number },
): Pixels | undefined {
  const { width, height } = size;
  const sheet: Quad = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const map = homography(sheet, quad);
  return map && { width, height, data: fetchPixels(picture, map, width, height) };
}

function fetchPixels(picture: Pixels, map: Homography, width: number, height: number): Uint8ClampedArray {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  const out = new Uint8ClampedArray(width * height * 4);
  const { data } = picture;
  const [right, bottom] = [picture.width - 1, picture.height - 1];
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      const [px, py] = [x + 0.5, y + 0.5];
      const scale = 1 / (g * px + h * py + 1);
      const u = Math.min(right, Math.max(0, (a * px + b * py + c) * scale - 0.5));
      const v = Math.min(bottom, Math.max(0, (d * px + e * py + f) * scale - 0.5));
      const [left, top] = [u | 0, v | 0];
      const [fx, fy] = [u - left, v - top];
      const nw = (top * picture.width + left) * 4;
      const ne = left < right ? nw + 4 : nw;
      const down = top < bottom ? picture.width * 4 : 0;
      for (let channel = 0; channel < 3; channel++) {
        const upper = (data[nw + channel] ?? 0) * (1 - fx) + (data[ne + channel] ?? 0) * fx;
        const lower = (data[nw + down + channel] ?? 0) * (1 - fx) + (data[ne + down + channel] ?? 0) * fx;
        out[to + channel] = upper * (1 - fy) + lower * fy;
      }
      out[to + 3] = 255;
    }
  }
  return out;
}
