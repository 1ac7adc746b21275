import { findEdges } from './edges.ts';
import { area, inOrder, isConvex, type Point, type Quad } from './geometry.ts';
import type { Pixels } from './grey.ts';
import { findLines, type Line, placeOn, supported } from './lines.ts';
import { calmPlanes } from './planes.ts';

/** Long edge at which pages are looked for: print disappears, the sheet's edges stay. */
export const searchEdge = 320;
/** A sheet fills at least this share of the picture. */
const smallestShare = 0.12;
const mostLines = 26;
/** Below, it is a pattern that happens to look like a sheet. Found with the scenes of `scenes.testing.ts`. */
const leastScore = 0.53;

type Size = { width: number; height: number };
type Candidate = { quad: Quad; score: number };

/**
 * Looks for a sheet of paper in a small picture and returns its corners as shares of width and height, or `undefined`.
 * Edges lie on lines, four lines make a quad, and the quad wins whose sides are edges from corner to corner and not
 * beyond, with little of straight edges inside.
 */
export function findPage(picture: Pixels): Quad | undefined {
  const lines = findLines(findEdges(calmPlanes(picture)), picture.width, picture.height, mostLines);
  const best = bestQuad(lines, picture);
  return best && shares(best.quad, picture);
}

function bestQuad(lines: readonly Line[], size: Size): Candidate | undefined {
  const cross = crossings(lines, size);
  const pairs = oppositePairs(lines);
  let best: Candidate | undefined;
  for (const [index, [a, c]] of pairs.entries()) {
    for (let next = index + 1; next < pairs.length; next++) {
      const [b, d] = pairs[next] ?? [0, 0];
      const corners = [cross[d]?.[a], cross[a]?.[b], cross[b]?.[c], cross[c]?.[d]];
      const found = judgeQuad(corners, [lines[a], lines[b], lines[c], lines[d]], size);
      const least = best?.score ?? leastScore;
      if (!found || found.score <= least) continue;
      const score = found.score - 0.15 * Math.min(2, linesWithin(found.quad, lines));
      if (score > least) best = { ...found, score };
    }
  }
  return best;
}

/** Lines that may be opposite sides, by their numbers: they run alike. */
function oppositePairs(lines: readonly Line[]): [number, number][] {
  return lines.flatMap((a, index) =>
    lines.slice(index + 1).flatMap((b, after): [number, number][] => {
      const alike = Math.abs(a.cos * b.cos + a.sin * b.sin);
      return alike > 0.76 ? [[index, index + 1 + after]] : [];
    }),
  );
}

/** Where each two lines meet, if that is in the picture or close to it and not at a flat angle. */
function crossings(lines: readonly Line[], { width, height }: Size): (Point | undefined)[][] {
  const margin = 0.02 * Math.max(width, height);
  return lines.map((a) =>
    lines.map((b) => {
      const turn = a.cos * b.sin - a.sin * b.cos;
      if (Math.abs(turn) < 0.6) return undefined;
      const x = (a.offset * b.sin - b.offset * a.sin) / turn;
      const y = (b.offset * a.cos - a.offset * b.cos) / turn;
      const inside = x > -margin && y > -margin && x < width + margin && y < height + margin;
      return inside ? { x, y } : undefined;
    }),
  );
}

function judgeQuad(
  [da, ab, bc, cd]: readonly (Point | undefined)[],
  [a, b, c, d]: readonly (Line | undefined)[],
  { width, height }: Size,
): Candidate | undefined {
  if (!da || !ab || !bc || !cd || !a || !b || !c || !d) return undefined;
  const size = area([da, ab, bc, cd]) / (width * height);
  if (size < smallestShare) return undefined;
  const quad = inOrder([da, ab, bc, cd]);
  if (!isConvex(quad)) return undefined;
  const middle = { x: (da.x + bc.x) / 2, y: (da.y + bc.y) / 2 };
  const marks = [
    judgeSide(a, da, ab, middle),
    judgeSide(b, ab, bc, middle),
    judgeSide(c, bc, cd, middle),
    judgeSide(d, cd, da, middle),
  ];
  const [worst = 0, second = 0] = [...marks].sort((one, other) => one - other);
  if (worst < 0.2 || second < 0.3) return undefined;
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / 4;
  return { quad, score: mean * 0.7 + worst * 0.3 + 0.15 * Math.sqrt(size) };
}

/** 1 when all of a side is an edge with plain brightness inside, and its line ends at both corners. */
function judgeSide(line: Line, from: Point, to: Point, middle: Point): number {
  const [one, other] = [placeOn(line, from.x, from.y), placeOn(line, to.x, to.y)];
  const [start, end] = [Math.min(one, other), Math.max(one, other)];
  const length = end - start;
  if (length < 20) return 0;
  const ahead = middle.x * line.cos + middle.y * line.sin > line.offset;
  const plain = supported(ahead ? line.plainAhead : line.plainBehind, start, end) / length;
  const any = supported(line.any, start, end) / length;
  const beyond = Math.max(8, 0.1 * length);
  const after = supported(line.any, end + 3, end + 3 + beyond);
  const before = supported(line.any, start - 3 - beyond, start - 3);
  const goesOn = Math.max(after, before) / beyond;
  return Math.min(1, 0.3 * plain + 0.7 * any) - 0.5 * Math.min(1, goesOn);
}

/**
 * How much of straight edges lies inside a quad, measured by its circumference: the pattern of a cloth and the joints of
 * tiles go through, a sheet whose print is closed has a box or a letterhead at most.
 */
function linesWithin(quad: Quad, lines: readonly Line[]): number {
  let [inside, around] = [0, 0];
  quad.forEach((corner, index) => {
    const next = quad[(index + 1) % 4] ?? corner;
    around += Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  for (const line of lines) {
    const chord = chordOf(line, quad);
    if (chord) inside += supported(line.any, chord[0], chord[1]);
  }
  return inside / around;
}

const awayFromSides = 6;

/** From where to where a line runs inside a quad, a few pixels away from its sides. */
function chordOf(line: Line, quad: Quad): [number, number] | undefined {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const origin = { x: line.cos * line.offset, y: line.sin * line.offset };
  for (const [index, corner] of quad.entries()) {
    const next = quad[(index + 1) % 4] ?? corner;
    const length = Math.hypot(next.x - corner.x, next.y - corner.y);
    // Corners go clockwise: inside is to the right of each side.
    const [nx, ny] = [-(next.y - corner.y) / length, (next.x - corner.x) / length];
    const start = (origin.x - corner.x) * nx + (origin.y - corner.y) * ny - awayFromSides;
    const slope = line.cos * ny - line.sin * nx;
    if (slope > 1e-6) from = Math.max(from, -start / slope);
    else if (slope < -1e-6) to = Math.min(to, -start / slope);
    else if (start < 0) return undefined;
  }
  return from < to ? [from, to] : undefined;
}

function shares(quad: Quad, { width, height }: Size): Quad {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return quad.map(({ x, y }) => ({ x: clamp(x / width), y: clamp(y / height) })) as unknown as Quad;
}

/** Where the corners start when no sheet was found: near the picture's own. */
export const wholePicture: Quad = [
  { x: 0.04, y: 0.04 },
  { x: 0.96, y: 0.04 },
  { x: 0.96, y: 0.96 },
  { x: 0.04, y: 0.96 },
];
