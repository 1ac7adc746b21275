import { area, type Point, type Quad } from './vision/geometry.ts';

/** What one look at the viewfinder gave: the sheet's corners as shares, and how bright the picture is, 0 to 255. */
export type Sighting = { quad: Quad | undefined; brightness: number };

/** What the person should do next. */
export type Hint = 'search' | 'light' | 'closer' | 'back' | 'still' | 'ready';

/** The sheet as it is followed from look to look. */
export type Track = { quad: Quad | undefined; hint: Hint; next: Hint; missed: number };

export const noTrack: Track = { quad: undefined, hint: 'search', next: 'search', missed: 0 };

/** A sheet that is not seen stays so many looks: a hand that passes is no new sheet. */
const patience = 3;
/** Moves as a share of the picture: farther is another sheet, less is a hand that breathes. */
const farMove = 0.12;
const handMove = 0.025;
const darkBelow = 45;
/** A corner so near to the border may be beyond it. */
const borderShare = 0.006;
/** The longer side of a sheet that is near enough to be read, as a share of the picture. */
const nearEnough = 0.62;
const smallestArea = 0.2;

/** Follows the sheet: calm while the hand is calm, at once when it moves; a hint changes when two looks agree. */
export function follow(track: Track, { quad, brightness }: Sighting): Track {
  if (!quad) {
    const missed = track.missed + 1;
    const kept = missed <= patience ? track.quad : undefined;
    const next: Hint = kept ? track.hint : brightness < darkBelow ? 'light' : 'search';
    return { quad: kept, missed, ...settle(track, next) };
  }
  const seen = track.quad ? inStepWith(track.quad, quad) : quad;
  const move = track.quad ? farthest(track.quad, seen) : 1;
  const share = move > farMove ? 1 : move > handMove ? 0.75 : 0.35;
  const from = track.quad ?? seen;
  const shown = seen.map((corner, index) => towards(from[index] ?? corner, corner, share)) as unknown as Quad;
  return { quad: shown, missed: 0, ...settle(track, hintFor(seen, move, brightness)) };
}

function settle(track: Track, next: Hint): Pick<Track, 'hint' | 'next'> {
  return { hint: next === track.next ? next : track.hint, next };
}

function hintFor(quad: Quad, move: number, brightness: number): Hint {
  if (brightness < darkBelow) return 'light';
  const onBorder = (share: number) => share < borderShare || share > 1 - borderShare;
  if (quad.some(({ x, y }) => onBorder(x) || onBorder(y))) return 'back';
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
  const longest = Math.max(extent(quad.map(({ x }) => x)), extent(quad.map(({ y }) => y)));
  if (longest < nearEnough || area(quad) < smallestArea) return 'closer';
  return move > handMove ? 'still' : 'ready';
}

/** The same corners beginning with the one that is nearest to the old first: a sheet on its edge must not spin. */
function inStepWith(before: Quad, now: Quad): Quad {
  const turned = [0, 1, 2, 3].map((by) => [...now.slice(by), ...now.slice(0, by)] as unknown as Quad);
  return turned.reduce((best, one) => (farthest(before, one) < farthest(before, best) ? one : best), now);
}

function farthest(a: Quad, b: Quad): number {
  return Math.max(...a.map(({ x, y }, index) => Math.hypot(x - (b[index]?.x ?? x), y - (b[index]?.y ?? y))));
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
