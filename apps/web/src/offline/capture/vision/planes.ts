import type { Pixels } from './grey.ts';

/** One value a pixel, row by row; large enough for sums. */
export type Plane = { width: number; height: number; data: Uint16Array };

/** Brightness in steps that look alike in light and in shadow: the root of the share. */
const evenSteps = Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * Math.sqrt(value / 255)));

/** Print thinner than twice this is closed. */
const radius = 3;
const pad = 2 * radius;
/** `calmPlanes` sums nine pixels: this many steps are one grey level. */
export const planeScale = 9;

type Padded = { width: number; height: number; data: Uint8Array };

/**
 * The weakest and the strongest colour of each pixel, print closed, grain calmed. Paper keeps all colours, wood, cloth
 * and skin lose one, so the weakest shows a sheet best; a coloured letterhead shows in the strongest.
 */
export function calmPlanes(picture: Pixels): [Plane, Plane] {
  const [weakest, strongest] = extremes(picture);
  closeDark(weakest);
  closeDark(strongest);
  return [sumsOfNine(weakest, picture), sumsOfNine(strongest, picture)];
}

/** With a rim of repeated border pixels, so that the windows below need no borders. */
function extremes({ width, height, data }: Pixels): [Padded, Padded] {
  const [wide, high] = [width + 2 * pad, height + 2 * pad];
  const [weakest, strongest] = [new Uint8Array(wide * high), new Uint8Array(wide * high)];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, to = (y + pad) * wide + pad; x < width; x++, to++, at += 4) {
      const red = data[at] as number;
      const green = data[at + 1] as number;
      const blue = data[at + 2] as number;
      const low = red < green ? red : green;
      const high = red < green ? green : red;
      weakest[to] = evenSteps[low < blue ? low : blue] as number;
      strongest[to] = evenSteps[high > blue ? high : blue] as number;
    }
  }
  for (const plane of [weakest, strongest]) repeatBorder(plane, wide, high);
  return [
    { width: wide, height: high, data: weakest },
    { width: wide, height: high, data: strongest },
  ];
}

function repeatBorder(data: Uint8Array, wide: number, high: number): void {
  for (let start = pad * wide; start < (high - pad) * wide; start += wide) {
    data.fill(data[start + pad] ?? 0, start, start + pad);
    data.fill(data[start + wide - pad - 1] ?? 0, start + wide - pad, start + wide);
  }
  for (let y = 0; y < pad; y++) {
    data.copyWithin(y * wide, pad * wide, (pad + 1) * wide);
    data.copyWithin((high - 1 - y) * wide, (high - 1 - pad) * wide, (high - pad) * wide);
  }
}

/**
 * Takes away what is dark and thin (print, ruled lines) and leaves what is wide: of seven by seven pixels the brightest,
 * of those the darkest. A window of seven in three steps (2, 4, 7), in place; it begins at its pixel, hence the rim.
 */
function closeDark({ width, data }: Padded): void {
  for (const step of [1, width]) for (const reach of [1, 2, 3]) brighter(data, reach * step);
  for (const step of [1, width]) for (const reach of [1, 2, 3]) darker(data, reach * step);
}

function brighter(data: Uint8Array, reach: number): void {
  const end = data.length - reach;
  for (let at = 0; at < end; at++) {
    const there = data[at + reach] as number;
    if (there > (data[at] as number)) data[at] = there;
  }
}

function darker(data: Uint8Array, reach: number): void {
  const end = data.length - reach;
  for (let at = 0; at < end; at++) {
    const there = data[at + reach] as number;
    if (there < (data[at] as number)) data[at] = there;
  }
}

/** Each pixel with its neighbours; the closing has moved everything to the top left by the rim. */
function sumsOfNine({ width: wide, data }: Padded, { width, height }: Pixels): Plane {
  const out = new Uint16Array(width * height);
  const columns = new Uint16Array(width);
  for (let y = 0; y < height; y++) {
    const [above, here, below] = [Math.max(0, y - 1) * wide, y * wide, Math.min(height - 1, y + 1) * wide];
    for (let x = 0; x < width; x++) {
      columns[x] = (data[above + x] as number) + (data[here + x] as number) + (data[below + x] as number);
    }
    const start = y * width;
    for (let x = 1; x < width - 1; x++) {
      out[start + x] = (columns[x - 1] as number) + (columns[x] as number) + (columns[x + 1] as number);
    }
    out[start] = out[start + 1] ?? 0;
    out[start + width - 1] = out[start + width - 2] ?? 0;
  }
  return { width, height, data: out };
}
