import type { Pixels } from './grey.ts';

/** How far a page is turned clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

export function turnedRight(turn: Turn): Turn {
  return ((turn + 90) % 360) as Turn;
}

/** The same pixels, turned clockwise. */
export function turnPixels(picture: Pixels, turn: Turn): Pixels {
  if (turn === 0) return picture;
  const { width, height } = picture;
  const [wide, high] = turn === 180 ? [width, height] : [height, width];
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const to = new Uint32Array(wide * high);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const place =
        turn === 180
          ? (height - 1 - y) * wide + (width - 1 - x)
          : turn === 90
            ? x * wide + (height - 1 - y)
            : (width - 1 - x) * wide + y;
      to[place] = from[at] ?? 0;
    }
  }
  return { width: wide, height: high, data: new Uint8ClampedArray(to.buffer) };
}
