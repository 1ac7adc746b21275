import { area, convexHull, isConvex, largestQuad, type Point, type Quad } from './geometry.ts';
import { boxBlur, type Grey, gradient, otsuThreshold } from './grey.ts';

/** Long edge at which pages are looked for: print disappears, the sheet's edges stay. */
export const searchEdge = 320;
/** A sheet fills at least this share of the picture. */
const smallestShare = 0.15;
/** How much of the found shape the sheet must really fill: below, it is no sheet. */
const fullEnough = 0.8;

type Mask = { width: number; height: number; inside: Uint8Array };
type Candidate = { quad: Quad; score: number };

/**
 * Looks for a sheet of paper in a small grey picture and returns its corners as shares of width and height,
 * or `undefined`. Two ways, the better one wins: the sheet is brighter than what it lies on, or its edges enclose it.
 */
export function findPage(image: Grey): Quad | undefined {
  const calm = boxBlur(image, 2);
  const candidates = [brightPart(calm), enclosedPart(calm)].flatMap((mask) => candidateOf(mask) ?? []);
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  return best && shares(best.quad, image);
}

function brightPart(image: Grey): Mask {
  const threshold = otsuThreshold(image);
  return { ...image, inside: image.data.map((value) => (value > threshold ? 1 : 0)) };
}

/** What cannot be reached from the picture's border without crossing an edge. */
function enclosedPart(image: Grey): Mask {
  const edges = gradient(image);
  const threshold = Math.max(8, otsuThreshold(edges));
  const { width, height } = image;
  const outside = new Uint8Array(width * height);
  const queue: number[] = [];
  const reach = (at: number) => {
    if (outside[at] || (edges.data[at] ?? 0) > threshold) return;
    outside[at] = 1;
    queue.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) reach(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) reach(y * width + x);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of neighbours(at, width, height)) reach(next);
  }
  return { width, height, inside: outside.map((value) => 1 - value) };
}

function* neighbours(at: number, width: number, height: number): Generator<number> {
  const x = at % width;
  if (x > 0) yield at - 1;
  if (x < width - 1) yield at + 1;
  if (at >= width) yield at - width;
  if (at < width * (height - 1)) yield at + width;
}

function candidateOf(mask: Mask): Candidate | undefined {
  const part = largestPart(mask);
  if (!part) return undefined;
  const quad = largestQuad(convexHull(part.rim));
  if (!quad || !isConvex(quad)) return undefined;
  const size = area(quad);
  const share = size / (mask.width * mask.height);
  const fill = Math.min(part.count / size, size / area(convexHull(part.rim)));
  // A shape that touches all four borders is the picture itself, not a sheet in it.
  if (share < smallestShare || share > 0.97 || fill < fullEnough) return undefined;
  return { quad, score: fill + share / 4 };
}

/** The largest connected part of a mask: how many pixels, and the first and last pixel of each of its rows. */
function largestPart({ width, height, inside }: Mask): { count: number; rim: Point[] } | undefined {
  const seen = new Uint8Array(inside.length);
  let best: number[] = [];
  for (let start = 0; start < inside.length; start++) {
    if (!inside[start] || seen[start]) continue;
    const part = [start];
    seen[start] = 1;
    for (let index = 0; index < part.length; index++) {
      for (const next of neighbours(part[index] ?? 0, width, height)) {
        if (!inside[next] || seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    if (part.length > best.length) best = part;
  }
  return best.length === 0 ? undefined : { count: best.length, rim: rimOf(best, width, height) };
}

function rimOf(part: readonly number[], width: number, height: number): Point[] {
  const [first, last] = [new Int32Array(height).fill(width), new Int32Array(height).fill(-1)];
  for (const at of part) {
    const [x, y] = [at % width, Math.floor(at / width)];
    first[y] = Math.min(first[y] ?? x, x);
    last[y] = Math.max(last[y] ?? x, x);
  }
  const rim: Point[] = [];
  for (let y = 0; y < height; y++) {
    if ((last[y] ?? -1) < 0) continue;
    // Pixels are squares: the right rim is the right side of the last one.
    rim.push({ x: first[y] ?? 0, y }, { x: first[y] ?? 0, y: y + 1 });
    rim.push({ x: (last[y] ?? 0) + 1, y }, { x: (last[y] ?? 0) + 1, y: y + 1 });
  }
  return rim;
}

function shares(quad: Quad, { width, height }: Grey): Quad {
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
