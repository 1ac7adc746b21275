import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../testing.ts';
import { findPage } from './find-page.ts';
import { homography, inOrder, isConvex, type Point, pageSize, project, type Quad, trim } from './geometry.ts';
import { boxBlur, brightness, type Grey, type Pixels } from './grey.ts';
import { cutOff, glare, judge, sharpness } from './quality.ts';
import { straighten } from './warp.ts';

const slanted: Quad = [
  { x: 70, y: 40 },
  { x: 250, y: 55 },
  { x: 270, y: 200 },
  { x: 45, y: 215 },
];

function asPixels({ width, height, data }: Grey): Pixels {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  data.forEach((value, at) => {
    pixels.fill(value, at * 4, at * 4 + 3);
  });
  return { width, height, data: pixels };
}

/** Inside a convex quad whose corners go clockwise. */
function within(quad: Quad, { x, y }: Point): boolean {
  return quad.every((a, index) => {
    const b = quad[(index + 1) % 4] as Point;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });
}

/** A sheet on a table, with grain, and lines of print on it. */
function sheetOnTable(
  quad: Quad,
  { paper = 210, table = 80, grain = 12, width = 320, height = 240 } = {},
): Pixels {
  const random = seededRandom(7);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const onPaper = within(quad, { x: x + 0.5, y: y + 0.5 });
      const print = onPaper && y % 9 < 2 && x % 5 < 3 && x > 100 && x < 220;
      data[y * width + x] = (print ? 60 : onPaper ? paper : table) + (random() - 0.5) * grain;
    }
  }
  return asPixels({ width, height, data });
}

function expectNear(found: Quad | undefined, wanted: Quad, pixels: number): void {
  expect(found).toBeDefined();
  found?.forEach((corner, index) => {
    const distance = Math.hypot(
      corner.x * 320 - (wanted[index]?.x ?? 0),
      corner.y * 240 - (wanted[index]?.y ?? 0),
    );
    expect(distance).toBeLessThan(pixels);
  });
}

describe('finding a sheet', () => {
  test('sees a bright sheet on a dark table, seen from the side', () => {
    expectNear(findPage(sheetOnTable(slanted)), slanted, 3);
  });

  test('sees a sheet that is darker than the table', () => {
    expectNear(findPage(sheetOnTable(slanted, { paper: 90, table: 200 })), slanted, 3);
  });

  test('sees a sheet that hardly differs from the table', () => {
    expectNear(findPage(sheetOnTable(slanted, { paper: 200, table: 150, grain: 20 })), slanted, 3);
  });

  test('finds nothing on an empty table, and nothing in noise', () => {
    const empty: Quad = [
      { x: -9, y: -9 },
      { x: -8, y: -9 },
      { x: -8, y: -8 },
      { x: -9, y: -8 },
    ];
    expect(findPage(sheetOnTable(empty))).toBeUndefined();
    expect(findPage(sheetOnTable(empty, { grain: 200, table: 120 }))).toBeUndefined();
  });

  test('does not take a stamp for a sheet', () => {
    const stamp: Quad = [
      { x: 20, y: 20 },
      { x: 60, y: 20 },
      { x: 60, y: 60 },
      { x: 20, y: 60 },
    ];
    expect(findPage(sheetOnTable(stamp))).toBeUndefined();
  });
});

describe('perspective', () => {
  const square: Quad = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 0, y: 100 },
  ];

  test('takes every corner to its place, and back', () => {
    const there = homography(square, slanted) ?? [];
    const back = homography(slanted, square) ?? [];
    square.forEach((corner, index) => {
      const seen = project(there, corner);
      expect(seen.x).toBeCloseTo(slanted[index]?.x ?? 0, 6);
      expect(seen.y).toBeCloseTo(slanted[index]?.y ?? 0, 6);
    });
    const inner = project(back, project(there, { x: 30, y: 80 }));
    expect([inner.x, inner.y]).toEqual([expect.closeTo(30, 6), expect.closeTo(80, 6)]);
  });

  test('has no answer for corners on one line', () => {
    const line = [0, 1, 2, 3].map((x) => ({ x, y: x })) as unknown as Quad;
    expect(homography(line, square)).toBeUndefined();
  });

  test('knows a crossed quad from a sheet', () => {
    expect(isConvex(slanted)).toBe(true);
    expect(isConvex([slanted[0], slanted[2], slanted[1], slanted[3]])).toBe(false);
    expect(isConvex([slanted[0], slanted[1], { x: 100, y: 80 }, slanted[3]])).toBe(false);
  });

  test('puts corners in order, however they come', () => {
    expect(inOrder([slanted[2], slanted[0], slanted[3], slanted[1]])).toEqual(slanted);
  });

  test('cuts off a rim on all sides', () => {
    expect(trim(square, 0.1)).toEqual([
      { x: 10, y: 10 },
      { x: 90, y: 10 },
      { x: 90, y: 90 },
      { x: 10, y: 90 },
    ]);
  });

  test('straightens a slanted sheet so that its quarters fill the quarters of the result', () => {
    const picture: Pixels = { width: 320, height: 240, data: new Uint8ClampedArray(320 * 240 * 4) };
    const back = homography(slanted, square) ?? [];
    for (let y = 0; y < 240; y++) {
      for (let x = 0; x < 320; x++) {
        const at = project(back, { x: x + 0.5, y: y + 0.5 });
        picture.data[(y * 320 + x) * 4] = at.x < 50 ? 200 : 40;
        picture.data[(y * 320 + x) * 4 + 1] = at.y < 50 ? 200 : 40;
      }
    }
    const sheet = straighten(picture, slanted, { width: 80, height: 60 });
    const colour = (x: number, y: number) => [
      ...(sheet?.data.slice((y * 80 + x) * 4, (y * 80 + x) * 4 + 2) ?? []),
    ];
    expect(colour(10, 10)).toEqual([200, 200]);
    expect(colour(70, 10)).toEqual([40, 200]);
    expect(colour(70, 50)).toEqual([40, 40]);
    expect(colour(10, 50)).toEqual([200, 40]);
  });

  test('keeps the result within the long edge it is given', () => {
    const huge = slanted.map(({ x, y }) => ({ x: x * 30, y: y * 30 })) as unknown as Quad;
    const size = pageSize(huge, 2400);
    expect(Math.max(size.width, size.height)).toBe(2400);
    expect(pageSize(slanted, 2400).width).toBeLessThan(240);
  });
});

describe('judging a picture', () => {
  /** Strokes like print: two to three pixels wide, irregular. */
  function printed(paper = 220, ink = 40): Grey {
    const random = seededRandom(3);
    const data = new Uint8Array(640 * 480).fill(paper);
    for (let stroke = 0; stroke < 6000; stroke++) {
      const [x, y] = [Math.floor(random() * 630), Math.floor(random() * 470)];
      const upright = random() < 0.5;
      for (let along = 0; along < 8; along++) {
        for (let across = 0; across < 2; across++) {
          data[(y + (upright ? along : across)) * 640 + x + (upright ? across : along)] = ink;
        }
      }
    }
    return { width: 640, height: 480, data };
  }
  const shaken = (image: Grey) => boxBlur(boxBlur(image, 4), 4);

  const nothing = { cut: false, blurred: false, dark: false, glare: false, small: false };
  const judged = (image: Grey, edge = 2000) => judge(asPixels(image), edge, false);

  test('sharp print passes, shaken print is named', () => {
    expect(judged(printed())).toEqual(nothing);
    expect(judged(shaken(printed()))).toEqual({ ...nothing, blurred: true });
  });

  test('the measure falls with every blur', () => {
    const steps = [printed(), boxBlur(printed(), 1), boxBlur(printed(), 2), shaken(printed())].map(sharpness);
    expect([...steps].sort((a, b) => (b ?? 0) - (a ?? 0))).toEqual(steps);
  });

  test('sharp print in weak light is dark, not blurred', () => {
    expect(judged(printed(60, 8))).toEqual({ ...nothing, dark: true });
  });

  test('an empty sheet is not called blurred', () => {
    const empty: Grey = { width: 640, height: 480, data: new Uint8Array(640 * 480).fill(200) };
    expect(sharpness(empty)).toBeUndefined();
    expect(judged(empty)).toEqual(nothing);
    expect(brightness(empty)).toBe(200);
  });

  test('a picture with too few pixels is named', () => {
    expect(judged(printed(), 640)).toEqual({ ...nothing, small: true });
  });

  test('a lamp on the paper is named, bright paper is not', () => {
    const lit = printed();
    for (let y = 100; y < 180; y++) lit.data.fill(255, y * 640 + 200, y * 640 + 280);
    expect(judged(lit)).toEqual({ ...nothing, glare: true });
    expect(glare(asPixels(printed(253)))).toBe(0);
  });

  test('a corner on the border is missing, and so is one where a side runs along it; a picture cut before has all four there', () => {
    const inside = slanted.map(({ x, y }) => ({ x: x / 320, y: y / 240 })) as unknown as Quad;
    expect(cutOff(inside)).toBe(false);
    expect(cutOff([inside[0], { x: 1, y: 0.3 }, inside[2], inside[3]])).toBe(true);
    expect(cutOff([inside[0], { x: 0.99, y: 0.3 }, inside[2], inside[3]])).toBe(false);
    expect(cutOff([inside[0], { x: 0.99, y: 0.2 }, { x: 0.988, y: 0.8 }, inside[3]])).toBe(true);
    const whole = [0, 1, 2, 3].map((at) => ({ x: at === 1 || at === 2 ? 1 : 0, y: at > 1 ? 1 : 0 }));
    expect(cutOff(whole as unknown as Quad)).toBe(false);
  });
});
