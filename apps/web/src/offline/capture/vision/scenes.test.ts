import { describe, expect, test } from 'vitest';
import { findPage } from './find-page.ts';
import { cornerError, drawScene } from './scenes.testing.ts';

/** A corner that is farther off, as a share of the long edge, is another shape. */
const near = 0.05;
const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe('finding sheets on drawn tables in all lights', () => {
  test('finds most of them, the corners where they are', () => {
    const errors = seeds.flatMap((seed) => {
      const { picture, corners } = drawScene(seed);
      const found = findPage(picture);
      return found && corners ? [cornerError(found, corners, picture)] : [];
    });
    const right = errors.filter((error) => error < near).sort((a, b) => a - b);
    expect(right.length).toBeGreaterThanOrEqual(0.8 * seeds.length);
    expect(errors.length - right.length).toBeLessThanOrEqual(1);
    // Half of all within a pixel of 320, nearly all within five.
    expect(right[Math.floor(right.length * 0.5)]).toBeLessThan(0.003);
    expect(right[Math.floor(right.length * 0.95)]).toBeLessThan(0.016);
  });

  test('sees no sheet on an empty table', () => {
    const seen = seeds.filter((seed) => findPage(drawScene(1000 + seed, { empty: true }).picture));
    expect(seen).toEqual([]);
  });
});
