import type { Pixels } from './grey.ts';

/** How the bare paper of a page is lit, cell by cell, 0 to 255, and what makes it neutral: factors for red, green, blue. */
export type PaperMap = {
  columns: number;
  rows: number;
  light: Float32Array;
  white: readonly [number, number, number];
};

/** Side of a cell as a share of the long edge: about three millimetres of A4. */
const cellShare = 0.01;
/** Cells around that may lend their light to one without paper: pictures and dark boxes up to this far on each side. */
const lend = 5;
/** Light falls to no less than this share of the page's best: what is darker is dark by itself. */
const leastLight = 0.42;
/** A lamp's colour is taken away, a paper's own colour stays: no more than this much of a colour is added or taken. */
const mostTint = 0.12;

type Cells = { columns: number; rows: number; values: Float32Array };

/** Looks for the paper between the print, and guesses its light where there is none. */
export function mapPaper(page: Pixels): PaperMap {
  const { cells, mean } = findPaper(page);
  const { columns, rows, values } = smooth(smooth(lendLight(cells)));
  const [red = 0, green = 0, blue = 0] = mean;
  const neutral = (red + green + blue) / 3;
  const factor = (colour: number) =>
    Math.min(1 + mostTint, Math.max(1 - mostTint, neutral / Math.max(1, colour)));
  const best = values.slice().sort()[Math.floor(values.length * 0.9)] ?? 255;
  const least = Math.max(8, best * leastLight);
  return {
    columns,
    rows,
    light: values.map((value) => Math.max(least, value)),
    white: [factor(red), factor(green), factor(blue)],
  };
}

/** The share of a page that is pale paper in its own light: nearly all of a letter, little of a photograph. */
export function paperShare(page: Pixels): number {
  const { cells, tints } = findPaper(page);
  const lit = lendLight(cells).values;
  const isPaper = (light: number, index: number) =>
    (cells.values[index] ?? 0) > 0.85 * light && (tints[index] ?? 1) < paleBelow;
  return lit.filter(isPaper).length / lit.length;
}
/** How far apart the colours of pale paper are, as a share of the strongest: cream and pink papers pass. */
const paleBelow = 0.24;

function lendLight(cells: Cells): Cells {
  return spread(spread(cells, Math.max), Math.min);
}

function findPaper(page: Pixels): { cells: Cells; tints: Float32Array; mean: readonly number[] } {
  const cell = Math.max(4, Math.round(Math.max(page.width, page.height) * cellShare));
  const [columns, rows] = [Math.ceil(page.width / cell), Math.ceil(page.height / cell)];
  const values = new Float32Array(columns * rows);
  const tints = new Float32Array(columns * rows);
  const sums = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [red, green, blue] = paperOf(page, column * cell, row * cell, cell);
      const at = row * columns + column;
      values[at] = 0.3 * red + 0.59 * green + 0.11 * blue;
      tints[at] = 1 - Math.min(red, green, blue) / Math.max(1, red, green, blue);
      [red, green, blue].forEach((colour, channel) => {
        sums[channel] = (sums[channel] ?? 0) + colour;
      });
    }
  }
  return { cells: { columns, rows, values }, tints, mean: sums.map((sum) => sum / values.length) };
}

/** Mean colour of a cell's brighter pixels: paper, unless the cell is all print. Every second pixel will do. */
function paperOf(
  { width, height, data }: Pixels,
  left: number,
  top: number,
  cell: number,
): [number, number, number] {
  const [right, bottom] = [Math.min(width, left + cell), Math.min(height, top + cell)];
  let [brightest, sum, count] = [0, 0, 0];
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const green = data[(y * width + x) * 4 + 1] ?? 0;
      brightest = Math.max(brightest, green);
      sum += green;
      count += 1;
    }
  }
  const bright = Math.max((brightest + sum / count) / 2, brightest - 24);
  let [red, green, blue, taken] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * 4;
      if ((data[at + 1] ?? 0) < bright) continue;
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
      taken += 1;
    }
  }
  return [red / taken, green / taken, blue / taken];
}

/** Each cell becomes the extreme of those around it: along its row, then along its column. */
function spread({ columns, rows, values }: Cells, of: (...values: number[]) => number): Cells {
  const along = (from: Float32Array, step: number, place: (cell: number) => number, length: number) =>
    from.map((value, cell) => {
      const [before, after] = [Math.min(lend, place(cell)), Math.min(lend, length - 1 - place(cell))];
      let best = value;
      for (let by = -before; by <= after; by++) best = of(best, from[cell + by * step] ?? value);
      return best;
    });
  const wide = along(values, 1, (cell) => cell % columns, columns);
  return { columns, rows, values: along(wide, columns, (cell) => Math.floor(cell / columns), rows) };
}

/** Mean of each cell and its neighbours, so that no cell's border shows. */
function smooth({ columns, rows, values }: Cells): Cells {
  const means = values.map((_, cell) => {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    let [sum, count] = [0, 0];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
        sum += values[ny * columns + nx] ?? 0;
        count += 1;
      }
    }
    return sum / count;
  });
  return { columns, rows, values: means };
}
