import { seededRandom } from '../../testing.ts';

/** Red, green, blue, 0 to 255, not yet lit. */
export type Colour = readonly [number, number, number];
/** The colour of a place: on a table in lengths of the picture's long edge, on a sheet in shares of its sides. */
export type Texture = (x: number, y: number) => Colour;

const grey = (value: number): Colour => [value, value, value];
const times = ([r, g, b]: Colour, by: number): Colour => [r * by, g * by, b * by];

/** Smooth chance between 0 and 1, the same for the same place. */
function smoothNoise(seed: number): (x: number, y: number) => number {
  const at = (x: number, y: number) => {
    let mixed = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 1_442_695_041);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const ease = (t: number) => t * t * (3 - 2 * t);
    const [fx, fy] = [ease(x - left), ease(y - top)];
    const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
    const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  };
}

type Maker = (seed: number) => Texture;

const wood =
  (base: Colour, depth: number): Maker =>
  (seed) => {
    const noise = smoothNoise(seed);
    const board = 0.11 + (seed % 7) * 0.015;
    return (x, y) => {
      const grain = noise(x * 4, y * 90) * 0.6 + noise(x * 12, y * 220) * 0.4;
      const plank = Math.floor(y / board);
      const gap = y / board - plank < 0.03 ? 0.55 : 1;
      return times(base, (1 - depth + depth * grain) * (0.93 + 0.07 * noise(plank * 7.3, 0.5)) * gap);
    };
  };

const plain =
  (base: Colour, unrest: number): Maker =>
  (seed) => {
    const noise = smoothNoise(seed);
    return (x, y) => times(base, 1 + unrest * (noise(x * 9, y * 9) - 0.5));
  };

const marble: Maker = (seed) => {
  const noise = smoothNoise(seed);
  return (x, y) => {
    const fold = noise(x * 5, y * 5) * 4 + noise(x * 14, y * 14);
    const vein = Math.abs(Math.sin(fold * 3 + x * 6));
    return grey(150 + 60 * Math.min(1, vein * 1.4));
  };
};

const checks: Maker = (seed) => {
  const size = 0.035 + (seed % 5) * 0.01;
  return (x, y) => {
    const dark = (Math.floor(x / size) & 1) + (Math.floor(y / size) & 1);
    return dark === 0 ? [225, 220, 214] : dark === 1 ? [196, 110, 104] : [150, 40, 40];
  };
};

const tiles: Maker = (seed) => {
  const noise = smoothNoise(seed);
  const size = 0.24 + (seed % 4) * 0.05;
  return (x, y) => {
    const [across, down] = [x / size, y / size];
    const joint = Math.min(across - Math.floor(across), down - Math.floor(down)) < 0.025;
    return joint ? grey(95) : grey(158 + 18 * noise(Math.floor(across) * 3.7, Math.floor(down) * 5.1));
  };
};

/** Pens, cards, a phone, other papers: rectangles at every angle. */
const clutter: Maker = (seed) => {
  const random = seededRandom(seed);
  const things = Array.from({ length: 14 }, () => {
    const [width, height] = random() < 0.4 ? [0.3, 0.018] : [0.06 + random() * 0.2, 0.05 + random() * 0.14];
    const angle = random() * Math.PI;
    return {
      x: random() * 1.2 - 0.1,
      y: random() * 1.2 - 0.1,
      cos: Math.cos(angle),
      sin: Math.sin(angle),
      width,
      height,
      colour: [40 + random() * 200, 40 + random() * 190, 40 + random() * 180] as Colour,
    };
  });
  const table = 70 + random() * 60;
  return (x, y) => {
    for (const thing of things) {
      const [dx, dy] = [x - thing.x, y - thing.y];
      const across = Math.abs(dx * thing.cos + dy * thing.sin);
      const down = Math.abs(dy * thing.cos - dx * thing.sin);
      if (across < thing.width / 2 && down < thing.height / 2) return thing.colour;
    }
    return grey(table);
  };
};

/** What a sheet may lie on. */
export const tables: Record<string, Maker> = {
  'dark wood': wood([96, 64, 42], 0.35),
  'light wood': wood([205, 170, 126], 0.22),
  'black cloth': plain([34, 34, 38], 0.4),
  'grey desk': plain([132, 134, 136], 0.12),
  'white table': plain([214, 213, 210], 0.03),
  marble,
  checks,
  tiles,
  clutter,
};

type Line = { y: number; words: { from: number; to: number }[] };

function writing(random: () => number, top: number, rows: number): Line[] {
  return Array.from({ length: rows }, (_, row) => {
    const words = [];
    const end = row % 6 === 5 ? 0.3 + random() * 0.3 : 0.88;
    for (let from = 0.11; from < end; ) {
      const to = Math.min(end, from + 0.02 + random() * 0.09);
      words.push({ from, to });
      from = to + 0.014;
    }
    return { y: top + row * ((0.92 - top) / rows), words };
  });
}

function printed(lines: readonly Line[], x: number, y: number, tall: number): boolean {
  return lines.some(
    (line) => y >= line.y && y < line.y + tall && line.words.some(({ from, to }) => x >= from && x < to),
  );
}

const letter: Maker = (seed) => {
  const random = seededRandom(seed);
  const lines = writing(random, 0.26, 26);
  const paper: Colour = [243, 242, 238];
  return (x, y) => {
    if (printed(lines, x, y, 0.011)) return [48, 48, 54];
    if (y > 0.08 && y < 0.1 && x > 0.1 && x < 0.5) return [30, 30, 36];
    return paper;
  };
};

const form: Maker = (seed) => {
  const lines = writing(seededRandom(seed), 0.2, 16);
  return (x, y) => {
    const [row, column] = [(y * 16) % 1, (x * 4) % 1];
    if (y > 0.17 && y < 0.95 && x > 0.06 && x < 0.94 && (row < 0.05 || column < 0.018)) return grey(90);
    if (printed(lines, x, y, 0.01)) return grey(60);
    if (y > 0.05 && y < 0.12 && x > 0.06 && x < 0.94) return [176, 200, 222];
    return [246, 246, 244];
  };
};

/** A letterhead that bleeds over three edges, as banks and insurers like it. */
const headed: Maker = (seed) => {
  const below = letter(seed);
  const colour: Colour = seed % 2 ? [24, 62, 120] : [170, 30, 44];
  return (x, y) => (y < 0.12 ? colour : below(x, y));
};

const recycled: Maker = (seed) => {
  const [above, noise] = [letter(seed), smoothNoise(seed)];
  return (x, y) => times(above(x, y), 0.8 + 0.03 * noise(x * 60, y * 60));
};

const certificate: Maker = (seed) => {
  const lines = writing(seededRandom(seed), 0.4, 9);
  return (x, y) => {
    const edge = Math.min(x, 1 - x, (y * Math.SQRT2) % 9, (1 - y) * Math.SQRT2);
    if (edge > 0.05 && edge < 0.065) return [150, 130, 70];
    if (printed(lines, x, y, 0.016)) return [40, 44, 66];
    if (Math.hypot(x - 0.5, (y - 0.24) * Math.SQRT2) < 0.09) return [190, 170, 120];
    return [240, 232, 206];
  };
};

const photograph: Maker = (seed) => {
  const noise = smoothNoise(seed);
  return (x, y) => {
    if (Math.min(x, 1 - x, y, 1 - y) < 0.03) return grey(244);
    return [
      90 + 140 * noise(x * 4, y * 5),
      80 + 130 * noise(x * 4 + 9, y * 5),
      70 + 120 * noise(x * 6, y * 6),
    ];
  };
};

/** What may be photographed. */
export const sheets: Record<string, Maker> = {
  letter,
  form,
  headed,
  recycled,
  certificate,
  photograph,
};
