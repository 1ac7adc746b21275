import type { Grey } from './grey.ts';

export type Quality = { blurred: boolean; dark: boolean; small: boolean };

/** Below this, letters run together. Found by blurring drawn text: sharp print lies above 0.5, a shaken picture below 0.05. */
const sharpEnough = 0.12;
const brightEnough = 75;
/** A sheet of A4 with this long edge has 130 dots an inch: the least at which small print stays readable. */
const smallestEdge = 1000;

const tile = 32;
/** Plain paper says nothing about sharpness; only tiles with print in them do. */
const leastContrast = 15;

/** What a person should know before a picture is used. `edge` is the picture's own long edge in pixels. */
export function judge(image: Grey, edge: number): Quality {
  const sharp = sharpness(image);
  return {
    blurred: sharp !== undefined && sharp < sharpEnough,
    dark: brightness(image) < brightEnough,
    small: edge < smallestEdge,
  };
}

/** Mean brightness of the brighter half: a sheet is mostly paper, so dark paper means too little light. */
export function brightness({ data }: Grey): number {
  const sorted = data.slice().sort();
  const upper = sorted.subarray(sorted.length >> 1);
  let sum = 0;
  for (const value of upper) sum += value;
  return upper.length === 0 ? 0 : sum / upper.length;
}

/**
 * How sharp the print is: variance of the Laplacian over the variance of the picture, tile by tile, so that neither
 * contrast nor empty paper count. The value three quarters up; `undefined` when there is nothing to judge by.
 */
export function sharpness(image: Grey): number | undefined {
  const values: number[] = [];
  for (let y = 1; y + tile < image.height; y += tile) {
    for (let x = 1; x + tile < image.width; x += tile) {
      const value = tileSharpness(image, x, y);
      if (value !== undefined) values.push(value);
    }
  }
  return values.sort((a, b) => a - b)[Math.floor(values.length * 0.75)];
}

function tileSharpness({ width, data }: Grey, left: number, top: number): number | undefined {
  let [sum, squares, lapSum, lapSquares] = [0, 0, 0, 0];
  for (let y = top; y < top + tile; y++) {
    for (let x = left; x < left + tile; x++) {
      const at = y * width + x;
      const value = data[at] ?? 0;
      const around =
        (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const laplacian = around - 4 * value;
      sum += value;
      squares += value * value;
      lapSum += laplacian;
      lapSquares += laplacian * laplacian;
    }
  }
  const count = tile * tile;
  const variance = squares / count - (sum / count) ** 2;
  if (variance < leastContrast ** 2) return undefined;
  return (lapSquares / count - (lapSum / count) ** 2) / variance;
}
