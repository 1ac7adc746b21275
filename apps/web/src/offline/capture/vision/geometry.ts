/** A point; in pixels or as a share of a picture's width and height, as the function says. */
export type Point = { x: number; y: number };
/** Four corners: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];
/** A projective map as eight numbers, row by row; the ninth is 1. */
export type Homography = readonly number[];

function cross(origin: Point, a: Point, b: Point): number {
  return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

/** The area inside a polygon, never negative. */
export function area(points: readonly Point[]): number {
  let twice = 0;
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    twice += point.x * next.y - next.x * point.y;
  });
  return Math.abs(twice) / 2;
}

/** True when no corner points inwards and no sides cross: only then the quad can be a sheet seen from somewhere. */
export function isConvex(quad: Quad): boolean {
  return quad.every((point, index) => {
    const next = quad[(index + 1) % 4] ?? point;
    const afterNext = quad[(index + 2) % 4] ?? point;
    return cross(point, next, afterNext) > 1e-6;
  });
}

/** Puts four corners in order, beginning at the top left, clockwise. */
export function inOrder(points: readonly Point[]): Quad {
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x);
  const round = [...points].sort((a, b) => angle(a) - angle(b));
  const sums = round.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...round.slice(first), ...round.slice(0, first)] as unknown as Quad;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The map that takes each corner of one quad to the same corner of another (eight equations, Gauss with pivots). */
export function homography(from: Quad, to: Quad): Homography | undefined {
  const rows = from.flatMap(({ x, y }, index) => {
    const { x: u, y: v } = to[index] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  return solve(rows);
}

/** Solves a linear system given as rows with the right side last; `undefined` when it has no single answer. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    if (Math.abs(at(pivot, column)) < 1e-12) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = 0; row < size; row++) {
      const factor = row === column ? 0 : at(row, column) / at(column, column);
      if (factor === 0) continue;
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * at(column, index));
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / at(index, index));
}

/** Where a homography takes a point. */
export function project(map: Homography, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  const scale = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / scale, y: (d * x + e * y + f) / scale };
}

/** How large a straightened sheet becomes, in pixels: as long as its longer sides, its long edge no longer than `longest`. */
export function pageSize([tl, tr, br, bl]: Quad, longest: number): { width: number; height: number } {
  const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
  const width = Math.max(distance(tl, tr), distance(bl, br));
  const height = Math.max(distance(tl, bl), distance(tr, br));
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** From shares of a picture to its pixels. */
export function toPixels(quad: Quad, width: number, height: number): Quad {
  return quad.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Quad;
}

/** The same quad with a rim cut off: each corner moves by this share of the way to the opposite one. */
export function trim(quad: Quad, share: number): Quad {
  return quad.map((corner, index) => {
    const { x, y } = quad[(index + 2) % 4] ?? corner;
    return { x: corner.x + (x - corner.x) * share, y: corner.y + (y - corner.y) * share };
  }) as unknown as Quad;
}
