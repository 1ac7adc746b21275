import { describe, expect, test } from 'vitest';
import { follow, noTrack, type Sighting, type Track } from './steady.ts';
import type { Quad } from './vision/geometry.ts';

const sheet: Quad = [
  { x: 0.2, y: 0.1 },
  { x: 0.8, y: 0.1 },
  { x: 0.8, y: 0.9 },
  { x: 0.2, y: 0.9 },
];
const shifted = (quad: Quad, by: number) => quad.map(({ x, y }) => ({ x: x + by, y })) as unknown as Quad;
const shrunk = (quad: Quad, by: number) =>
  quad.map(({ x, y }) => ({ x: 0.5 + (x - 0.5) * by, y: 0.5 + (y - 0.5) * by })) as unknown as Quad;
const bright = (quad?: Quad): Sighting => ({ quad, brightness: 140 });
const seenIn = (...looks: Sighting[]): Track => looks.reduce(follow, noTrack);

describe('following a sheet through the viewfinder', () => {
  test('a calm hand gives the word to shoot, after two looks that agree', () => {
    expect(seenIn(bright(sheet)).hint).toBe('search');
    expect(seenIn(bright(sheet), bright(sheet), bright(sheet)).hint).toBe('ready');
  });

  test('a tremble moves the outline less than the sheet, a new sheet at once', () => {
    const still = seenIn(bright(sheet), bright(sheet));
    const trembled = follow(still, bright(shifted(sheet, 0.01)));
    expect(trembled.quad?.[0].x).toBeGreaterThan(0.2);
    expect(trembled.quad?.[0].x).toBeLessThan(0.206);
    expect(follow(still, bright(shifted(sheet, 0.15))).quad?.[0].x).toBeCloseTo(0.35);
  });

  test('a sheet that is missed for a moment stays, then goes', () => {
    const seen = seenIn(bright(sheet), bright(sheet), bright(sheet));
    const missed = [bright(), bright(), bright()].reduce(follow, seen);
    expect(missed.quad).toEqual(seen.quad);
    expect(missed.hint).toBe('ready');
    const gone = [bright(), bright()].reduce(follow, missed);
    expect(gone.quad).toBeUndefined();
    expect(gone.hint).toBe('search');
  });

  test.each([
    ['closer', shrunk(sheet, 0.5)],
    ['back', shifted(sheet, 0.198)],
  ] as const)('says %s', (hint, quad) => {
    expect(seenIn(bright(quad), bright(quad), bright(quad)).hint).toBe(hint);
  });

  test('asks for a still hand while the sheet moves, and for light where there is too little', () => {
    const moving = [0, 0.04, 0.08, 0.12].map((by) => bright(shifted(sheet, by - 0.1)));
    expect(seenIn(...moving).hint).toBe('still');
    const dim = (quad?: Quad): Sighting => ({ quad, brightness: 20 });
    expect(seenIn(dim(), dim()).hint).toBe('light');
    expect(seenIn(dim(sheet), dim(sheet)).hint).toBe('light');
  });

  test('corners that come in another order do not spin the outline', () => {
    const still = seenIn(bright(sheet), bright(sheet));
    const turned = [...sheet.slice(1), sheet[0]] as unknown as Quad;
    expect(follow(still, bright(turned)).quad).toEqual(sheet);
  });
});
