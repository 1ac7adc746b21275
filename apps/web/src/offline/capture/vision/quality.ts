import type { Quad } from './geometry.ts';
import { brightness, type Grey, type Pixels, toGrey } from './grey.ts';

/** What may be wrong with a page, in the order of importance. */
export const doubts = ['cut', 'blurred', 'dark', 'glare', 'small'] as const;
export type Doubt = (typeof doubts)[number];
export type Quality = Record<Doubt, boolean>;

/** Below this, letters run together. Found by blurring drawn text: sharp print lies above 0.5, a shaken picture below 0.05. */
const sharpEnough = 0.12;
const brightEnough = 75;
/** A sheet of A4 with this long edge has 130 dots an inch: the least at which small print stays readable. */
const smallestEdge = 1000;

const tile = 32;
/** Plain paper says nothing about sharpness; only tiles with print in them do. */
const leastContrast = 15;

/** A lamp's reflection: pixels with nothing left of any colour, together, on a page that is not that bright itself. */
const saturated = 250;
const fullTile = 0.5;
const glaringShare = 0.004;
const brightPaper = 242;

/** What a person should know before a page is used. `edge` is its own long edge in pixels, `page` a smaller picture of it. */
export function judge(page: Pixels, edge: number, cut: boolean): Quality {
  const grey = toGrey(page);
  const sharp = sharpness(grey);
  return {
    cut,
    blurred: sharp !== undefined && sharp < sharpEnough,
    dark: brightness(grey) < brightEnough,
    glare: glare(page) > glaringShare,
    small: edge < smallestEdge,
  };
}

/** Share of a page that a reflection hides; 0 where the paper as a whole is that bright. */
export function glare(page: Pixels): number {
  if (brightness(toGrey(page)) > brightPaper) return 0;
  let [full, all] = [0, 0];
  for (let top = 0; top + 8 <= page.height; top += 8) {
    for (let left = 0; left + 8 <= page.width; left += 8) {
      all += 1;
      if (saturatedShare(page, left, top) > fullTile) full += 1;
    }
  }
  return all === 0 ? 0 : full / all;
}

function saturatedShare({ width, data }: Pixels, left: number, top: number): number {
  let count = 0;
  for (let y = top; y < top + 8; y++) {
    for (let x = left; x < left + 8; x++) {
      const at = (y * width + x) * 4;
      const least = Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      if (least >= saturated) count += 1;
    }
  }
  return count / 64;
}

const onBorder = (share: number, near = 0.004) => share < near || share > 1 - near;
/** A whole side so near to the border was found where the picture ends, not the sheet. */
const sideNear = 0.015;

/**
 * True when part of the sheet lies outside the picture: a corner on the picture's border, or a side along it. All four
 * corners in the picture's own are a scan or a picture that was cut before.
 */
export function cutOff(quad: Quad): boolean {
  if (quad.every(({ x, y }) => onBorder(x) && onBorder(y))) return false;
  return quad.some((corner, index) => {
    const next = quad[(index + 1) % 4] ?? corner;
    const along = (from: number, to: number) =>
      onBorder(from, sideNear) && onBorder(to, sideNear) && Math.abs(from - to) < 0.5;
    return onBorder(corner.x) || onBorder(corner.y) || along(corner.x, next.x) || along(corner.y, next.y);
  });
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
