import { seededRandom } from '../../testing.ts';
import { area, homography, type Point, project, type Quad, toPixels } from './geometry.ts';
import type { Pixels } from './grey.ts';
import { type Colour, sheets, type Texture, tables } from './textures.testing.ts';

/** A drawn photograph and where its sheet's corners really are, as shares; none on an empty table. */
export type Scene = {
  seed: number;
  table: string;
  sheet: string | undefined;
  light: string;
  picture: Pixels;
  corners: Quad | undefined;
};

/** Shares of the whole, so that a scene can be drawn at any size. */
type Light = { name: string; at: (x: number, y: number) => number; glare: (x: number, y: number) => number };

/** Long side by short side, ISO 216. */
const a4 = Math.SQRT2;
const noGlare = () => 0;
type Random = () => number;
const between = (random: Random, from: number, to: number) => from + random() * (to - from);
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

function lightOf(random: Random): Light {
  const angle = random() * Math.PI * 2;
  const along = (x: number, y: number) => (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle);
  const strength = between(random, 0.75, 1.04);
  const name = pick(random, ['even', 'window', 'shadow', 'dusk', 'lamp'] as const);
  switch (name) {
    case 'even':
      return { name, at: () => strength, glare: noGlare };
    case 'window':
      return { name, at: (x, y) => strength * (0.8 + 0.5 * along(x, y)), glare: noGlare };
    case 'shadow': {
      // An arm or the phone itself: half the picture darker, with a soft rim.
      const [from, rim] = [between(random, -0.3, 0.3), between(random, 0.01, 0.12)];
      const share = (x: number, y: number) => Math.min(1, Math.max(0, (along(x, y) - from) / rim));
      return { name, at: (x, y) => strength * (0.5 + 0.5 * share(x, y)), glare: noGlare };
    }
    case 'dusk':
      return { name, at: (x, y) => 0.34 * (1 + 0.3 * along(x, y)), glare: noGlare };
    case 'lamp': {
      const [cx, cy, size] = [
        between(random, 0.2, 0.8),
        between(random, 0.2, 0.8),
        between(random, 0.05, 0.14),
      ];
      const near = (x: number, y: number) => Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / size ** 2);
      return { name, at: () => strength * 0.9, glare: (x, y) => 220 * near(x, y) };
    }
  }
}

/** A sheet seen by a phone: turned, tilted, near or far. In pixels, clockwise from the sheet's own top left. */
function placeSheet(random: Random, width: number, height: number, ratio: number): Quad {
  for (;;) {
    const roll = between(random, -Math.PI, Math.PI);
    const [tiltX, tiltY] = [between(random, -0.5, 0.5), between(random, -0.5, 0.5)];
    const size = between(random, 0.55, 1.15);
    const [offX, offY] = [between(random, -0.12, 0.12), between(random, -0.12, 0.12)];
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([u = 0, v = 0]) => {
      const [x0, y0] = [u * size * 0.5, v * size * 0.5 * ratio];
      const x = x0 * Math.cos(roll) - y0 * Math.sin(roll);
      const y = x0 * Math.sin(roll) + y0 * Math.cos(roll);
      const depth = 2.4 + x * Math.sin(tiltX) + y * Math.sin(tiltY);
      const long = Math.max(width, height);
      return {
        x: width / 2 + (offX + (x * Math.cos(tiltX) * 1.5) / depth) * long,
        y: height / 2 + (offY + (y * Math.cos(tiltY) * 1.5) / depth) * long,
      };
    }) as unknown as Quad;
    const margin = 0.012 * Math.max(width, height);
    const inside = corners.every(
      ({ x, y }) => x > margin && y > margin && x < width - margin && y < height - margin,
    );
    if (inside && area(corners) > 0.2 * width * height) return corners;
  }
}

const unit: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** Bell-shaped chance (Box and Muller 1958). */
function grain(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

type Wanted = { width?: number; height?: number; empty?: boolean };

/**
 * Draws one scene of many: table, sheet, place, light, lens and grain follow from the seed, in proportion to the size.
 * Every pixel is the mean of four looks.
 */
export function drawScene(seed: number, { width = 320, height = 240, empty = false }: Wanted = {}): Scene {
  const random = seededRandom(seed);
  const long = Math.max(width, height);
  const [table, makeTable] = pick(random, Object.entries(tables));
  const [sheet, makeSheet] = pick(random, Object.entries(sheets));
  const [under, page] = [makeTable(seed), makeSheet(seed)];
  const light = lightOf(random);
  const ratio = sheet === 'photograph' ? 1.4 : pick(random, [a4, a4, a4, 0.63]);
  const place = placeSheet(random, width, height, ratio);
  const toSheet = homography(place, unit) ?? [];
  const turn = random() * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const noise = between(random, 1, 7) * (light.name === 'dusk' ? 1.5 : 1);
  const thick = between(random, 0.002, 0.008);

  const colourAt = (x: number, y: number): Colour => {
    const on = empty ? { x: -9, y: -9 } : project(toSheet, { x, y });
    if (on.x >= 0 && on.x <= 1 && on.y >= 0 && on.y <= 1) return page(on.x, on.y);
    const [u, v] = [x / long, y / long];
    const ground = under(u * cos - v * sin, u * sin + v * cos);
    // A sheet shades the table a little along its lower edges.
    const near = Math.max(-on.x, on.x - 1, -on.y, on.y - 1);
    const shade = on.y > 0.5 || on.x > 0.5 ? 1 - 0.25 * Math.exp(-near / thick) : 1;
    return [ground[0] * shade, ground[1] * shade, ground[2] * shade];
  };
  const picture = paint({ width, height, colourAt, light, noise, random });
  const shares = place.map(({ x, y }) => ({ x: x / width, y: y / height })) as unknown as Quad;
  return {
    seed,
    table,
    sheet: empty ? undefined : sheet,
    light: light.name,
    picture,
    corners: empty ? undefined : shares,
  };
}

type Painting = {
  width: number;
  height: number;
  colourAt: Texture;
  light: Light;
  noise: number;
  random: Random;
};

function paint({ width, height, colourAt, light, noise, random }: Painting): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      let [red, green, blue] = [0, 0, 0];
      for (const [dx, dy] of looks) {
        const [r, g, b] = colourAt(x + dx, y + dy);
        red += r / 4;
        green += g / 4;
        blue += b / 4;
      }
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height];
      const [lit, shine] = [light.at(u, v), light.glare(u, v)];
      const speck = noise * grain(random);
      data[to] = red * lit + shine + speck;
      data[to + 1] = green * lit + shine + speck;
      data[to + 2] = blue * lit + shine + speck;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

const looks = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;

/** The largest distance of a corner from its true place, as a share of the picture's long edge. */
export function cornerError(found: Quad, truth: Quad, { width, height }: Pixels): number {
  const [a, b] = [toPixels(found, width, height), toPixels(truth, width, height)];
  const turned = [0, 1, 2, 3].map((turn) =>
    Math.max(...a.map((corner, index) => distance(corner, b[(index + turn) % 4] as Point))),
  );
  return Math.min(...turned) / Math.max(width, height);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
