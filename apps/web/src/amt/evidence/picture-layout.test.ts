import { describe, expect, it } from 'vitest';
import { layoutPicture, nextZoom } from './picture-layout.ts';

const box = { width: 600, height: 800 };

describe('a picture', () => {
  it('is seen as a whole at first', () => {
    const { frame } = layoutPicture({ natural: { width: 3000, height: 4000 }, box, turns: 0, zoom: 1 });
    expect(frame).toEqual({ width: 600, height: 800 });
  });

  it('takes the room of its turned self', () => {
    const { frame, picture } = layoutPicture({
      natural: { width: 3000, height: 4000 },
      box,
      turns: 1,
      zoom: 1,
    });
    expect(frame).toEqual({ width: 600, height: 450 });
    expect(picture).toEqual({ width: 450, height: 600 });
  });

  it('that is small is not blown up, but may be made larger', () => {
    const natural = { width: 200, height: 100 };
    expect(layoutPicture({ natural, box, turns: 0, zoom: 1 }).frame).toEqual(natural);
    expect(layoutPicture({ natural, box, turns: 2, zoom: 2 }).frame).toEqual({ width: 400, height: 200 });
  });
});

it('zooms in steps and stops at both ends', () => {
  expect(nextZoom(1, 1)).toBe(1.5);
  expect(nextZoom(6, 1)).toBe(6);
  expect(nextZoom(1, -1)).toBe(1);
  expect(nextZoom(2, -1)).toBe(1.5);
});
