import { describe, expect, test } from 'vitest';
import { enhance, looks, suggestLook } from './enhance.ts';
import type { Pixels } from './grey.ts';
import { turnPixels } from './turn.ts';

const [width, height] = [300, 400];

/** A letter under a warm lamp: lit from the left, ten lines of dark blue ink. */
function letter(): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 230 - (110 * x) / width;
      const ink = y % 40 < 6 && x % 12 < 5 && x > 30 && x < 270;
      const at = (y * width + x) * 4;
      data[at] = light * (ink ? 0.15 : 1);
      data[at + 1] = light * (ink ? 0.15 : 0.96);
      data[at + 2] = light * (ink ? 0.35 : 0.88);
    }
  }
  return { width, height, data };
}

const at = ({ data }: Pixels, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3),
];
const paperLeft = [10, 20] as const;
const paperRight = [290, 20] as const;
const ink = [122, 202] as const;

describe('enhancing a page', () => {
  test.each(['colour', 'grey', 'blackWhite'] as const)(
    '%s: paper becomes white, in the shadow too',
    (look) => {
      const page = enhance(letter(), look);
      expect(Math.min(...at(page, ...paperLeft))).toBeGreaterThan(235);
      expect(Math.min(...at(page, ...paperRight))).toBeGreaterThan(235);
      expect(Math.min(...at(page, ...ink))).toBeLessThan(60);
    },
  );

  test('colour keeps blue ink blue, grey and black-and-white have no colour', () => {
    const [red = 0, , blue = 0] = at(enhance(letter(), 'colour'), ...ink);
    expect(blue).toBeGreaterThan(red + 20);
    for (const look of ['grey', 'blackWhite'] as const) {
      expect(new Set(at(enhance(letter(), look), ...ink)).size).toBe(1);
    }
  });

  test('the original stays as it is, and no look touches it', () => {
    const page = letter();
    for (const look of looks) enhance(page, look);
    expect(page.data).toEqual(letter().data);
    expect(enhance(page, 'original')).toBe(page);
  });

  test('a letter is cleaned, a picture stays what it is', () => {
    expect(suggestLook(letter())).toBe('colour');
    const picture = letter();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const place = (y * width + x) * 4;
        picture.data[place] = (x * 255) / width;
        picture.data[place + 1] = (y * 255) / height;
        picture.data[place + 2] = 60;
      }
    }
    expect(suggestLook(picture)).toBe('original');
  });
});

describe('turning a page', () => {
  const marked: Pixels = {
    width: 3,
    height: 2,
    data: new Uint8ClampedArray(24).map((_, place) => place >> 2),
  };
  const rows = ({ width: wide, height: high, data }: Pixels) =>
    Array.from({ length: high }, (_, y) => Array.from({ length: wide }, (_, x) => data[(y * wide + x) * 4]));

  test('turns clockwise', () => {
    expect(rows(marked)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(rows(turnPixels(marked, 90))).toEqual([
      [3, 0],
      [4, 1],
      [5, 2],
    ]);
    expect(rows(turnPixels(marked, 180))).toEqual([
      [5, 4, 3],
      [2, 1, 0],
    ]);
    expect(rows(turnPixels(turnPixels(marked, 90), 270))).toEqual(rows(marked));
  });
});
