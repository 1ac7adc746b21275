import type { Edges } from './edges.ts';

/**
 * A straight line `x cos + y sin = offset` through many edges. The rest counts, cumulatively along it, the pixels where
 * an edge lies on it: any edge; one with plain brightness on the side of its normal; the same on the other side.
 */
export type Line = Bare & { any: Uint16Array; plainAhead: Uint16Array; plainBehind: Uint16Array };
type Bare = { cos: number; sin: number; offset: number };

/** Directions that are told apart, over half a turn. */
const turns = 90;
const radians = Math.PI / turns;
/** An edge votes for lines that lie as it does, give or take these directions. */
const spread = 4;
/** Edges farther away do not belong to a line; a rough line looks farther. In pixels. */
const reach = 1.6;
const roughReach = 2.5;

const cosines = Float32Array.from({ length: turns }, (_, turn) => Math.cos(turn * radians));
const sines = Float32Array.from({ length: turns }, (_, turn) => Math.sin(turn * radians));

/**
 * The lines that most edges lie on (Hough 1962, voting by direction as O'Gorman and Clowes 1976), strongest first. Edges
 * that lie on a found line vote for no other.
 */
export function findLines(edges: Edges, width: number, height: number, most: number): Line[] {
  const half = Math.ceil(Math.hypot(width, height)) + 2;
  const votes = new Int16Array(turns * 2 * half);
  const free = new Uint8Array(edges.count).fill(1);
  for (let index = 0; index < edges.count; index++) vote(votes, edges, index, half, 1);
  const lines: Line[] = [];
  const least = Math.min(width, height) * 0.2;
  for (let tries = 0; tries < most; tries++) {
    const peak = strongest(votes);
    if ((votes[peak] ?? 0) < least) break;
    votes[peak] = 0;
    const [turn, offset] = [Math.floor(peak / (2 * half)), (peak % (2 * half)) - half];
    const rough = { cos: cosines[turn] ?? 1, sin: sines[turn] ?? 0, offset };
    const around = onLine(edges, rough, 6, 0.8);
    const fitted = fitLine(edges, rough, around);
    for (const index of around) {
      if (!free[index]) continue;
      const near =
        liesOn(edges, index, rough, roughReach) || (fitted && liesOn(edges, index, fitted, roughReach));
      if (!near) continue;
      free[index] = 0;
      vote(votes, edges, index, half, -1);
    }
    if (fitted) lines.push(withSupport(edges, fitted, half));
  }
  return lines;
}

function vote(votes: Int16Array, edges: Edges, index: number, half: number, sign: 1 | -1): void {
  const [x, y] = [edges.x[index] ?? 0, edges.y[index] ?? 0];
  const by = edges.plain[index] ? 3 * sign : sign;
  const middle = Math.round(Math.atan2(edges.normalY[index] ?? 0, edges.normalX[index] ?? 0) / radians);
  for (let near = -spread; near <= spread; near++) {
    const turn = (middle + near + 2 * turns) % turns;
    const offset = x * (cosines[turn] ?? 0) + y * (sines[turn] ?? 0);
    // Between two whole offsets an edge votes for both.
    const at = turn * 2 * half + Math.floor(offset) + half;
    votes[at] = (votes[at] ?? 0) + by;
    votes[at + 1] = (votes[at + 1] ?? 0) + by;
  }
}

function strongest(votes: Int16Array): number {
  let [best, at] = [-1, 0];
  for (let index = 0; index < votes.length; index++) {
    const value = votes[index] ?? 0;
    if (value > best) {
      best = value;
      at = index;
    }
  }
  return at;
}

/** Whether an edge lies so near to a line and runs so alike (1 = parallel). */
function liesOn(edges: Edges, index: number, line: Bare, near: number, alike = 0.85): boolean {
  const far = (edges.x[index] ?? 0) * line.cos + (edges.y[index] ?? 0) * line.sin - line.offset;
  if (far > near || far < -near) return false;
  const along = (edges.normalX[index] ?? 0) * line.cos + (edges.normalY[index] ?? 0) * line.sin;
  return along > alike || along < -alike;
}

function onLine(edges: Edges, line: Bare, near: number, alike: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < edges.count; index++) {
    if (liesOn(edges, index, line, near, alike)) found.push(index);
  }
  return found;
}

/** The line of least squares through the edges near a rough one; twice, closer the second time. */
function fitLine(edges: Edges, rough: Bare, around: readonly number[]): Bare | undefined {
  let line = rough;
  for (const near of [roughReach, reach]) {
    let [n, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0];
    for (const index of around) {
      if (!liesOn(edges, index, line, near, 0.9)) continue;
      const [x, y] = [edges.x[index] ?? 0, edges.y[index] ?? 0];
      n += 1;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
    }
    if (n < 10) return undefined;
    const [cxx, cxy, cyy] = [sxx - (sx * sx) / n, sxy - (sx * sy) / n, syy - (sy * sy) / n];
    const angle = 0.5 * Math.atan2(2 * cxy, cxx - cyy) + Math.PI / 2;
    const same = Math.cos(angle) * line.cos + Math.sin(angle) * line.sin < 0 ? -1 : 1;
    const [cos, sin] = [Math.cos(angle) * same, Math.sin(angle) * same];
    line = { cos, sin, offset: (sx * cos + sy * sin) / n };
  }
  return line;
}

function withSupport(edges: Edges, line: Bare, half: number): Line {
  const counts = () => new Uint16Array(2 * half);
  const [any, plainAhead, plainBehind] = [counts(), counts(), counts()];
  for (const index of onLine(edges, line, reach, 0.85)) {
    const place = Math.floor(placeOn(line, edges.x[index] ?? 0, edges.y[index] ?? 0)) + half;
    const along = (edges.normalX[index] ?? 0) * line.cos + (edges.normalY[index] ?? 0) * line.sin;
    const plain = edges.plain[index] ? (along > 0 ? plainAhead : plainBehind) : any;
    // A slanting edge skips a place now and then.
    for (let at = place - 1; at <= place + 1; at++) {
      any[at] = 1;
      plain[at] = 1;
    }
  }
  for (const side of [any, plainAhead, plainBehind]) {
    for (let at = 1; at < side.length; at++) side[at] = (side[at] ?? 0) + (side[at - 1] ?? 0);
  }
  return { ...line, any, plainAhead, plainBehind };
}

/** How far along a line a point lies, in pixels. */
export function placeOn({ cos, sin }: Bare, x: number, y: number): number {
  return y * cos - x * sin;
}

/** How many pixels of a stretch of a line lie on edges of one kind. */
export function supported(counts: Uint16Array, from: number, to: number): number {
  const half = counts.length / 2;
  const at = (place: number) =>
    counts[Math.min(counts.length - 1, Math.max(0, Math.round(place) + half))] ?? 0;
  return at(to) - at(from);
}
