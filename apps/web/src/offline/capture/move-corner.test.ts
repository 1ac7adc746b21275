import { describe, expect, test } from 'vitest';
import { moveCorner, steps } from './move-corner.ts';
import { wholePicture } from './vision/find-page.ts';

describe('moving a corner', () => {
  test('moves this one by a hundredth and leaves the others', () => {
    const moved = moveCorner(wholePicture, 1, steps.ArrowDown);
    expect(moved[1].y).toBeCloseTo(wholePicture[1].y + 0.01);
    expect([moved[0], moved[2], moved[3]]).toEqual([wholePicture[0], wholePicture[2], wholePicture[3]]);
  });

  test('never leaves the picture', () => {
    expect(moveCorner(wholePicture, 0, { x: -5, y: -5 })[0]).toEqual({ x: 0, y: 0 });
    expect(moveCorner(wholePicture, 2, { x: 5, y: 5 })[2]).toEqual({ x: 1, y: 1 });
  });
});
