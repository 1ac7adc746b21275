import { contextOf, newCanvas, pixelsOf, toJpeg } from './canvas.ts';
import { decode, type PictureSize, shrink } from './decode.ts';
import { smallJpeg } from './document/small-jpeg.ts';
import type { Sighting } from './steady.ts';
import { enhance, type Look, suggestLook } from './vision/enhance.ts';
import { findPage, searchEdge, wholePicture } from './vision/find-page.ts';
import { pageSize, type Quad, toPixels, trim } from './vision/geometry.ts';
import { brightness, type Pixels, toGrey } from './vision/grey.ts';
import { cutOff, judge, type Quality } from './vision/quality.ts';
import { type Turn, turnPixels } from './vision/turn.ts';
import { straighten as warp } from './vision/warp.ts';

/** Long edge of a page that is sent: 290 dots an inch on A4, more than any office scans with. */
const pageEdge = 2400;
/** Long edge of the picture that corners are drawn on: sharp on every phone, a tenth of the working picture. */
const shownEdge = 1600;
const judgingEdge = 1000;
/** The table that shows beside a corner found a little too far out; less than a millimetre of A4. */
const trimShare = 0.004;

export type Prepared = { picture: ImageBitmap; quad: Quad; found: boolean };
/** What is wrong with a page, and the look that suits it. */
export type Straightened = { quality: Quality; look: Look };
export type Rendered = { page: Blob; width: number; height: number };

/** The heavy work of capturing; runs in a worker where there is one. One photograph at a time. */
export type Tasks = {
  /** Decodes a photograph at a size that a phone can work with, turned upright, and proposes corners. */
  prepare: (source: Blob | ImageBitmap, size: PictureSize) => Promise<Prepared>;
  /** Cuts the page out of the photograph prepared last, straightens it and judges it. */
  straighten: (quad: Quad) => Promise<Straightened>;
  /** Makes a JPEG of at most about 2 MB of the page straightened last. */
  render: (look: Look, turn: Turn) => Promise<Rendered>;
  /** The sheet in a small frame of the viewfinder. */
  outline: (frame: ImageBitmap) => Promise<Sighting>;
};

export function createTasks(): Tasks {
  let photograph: ImageBitmap | undefined;
  let sheet: Pixels | undefined;
  return {
    async prepare(source, size) {
      photograph?.close();
      sheet = undefined;
      photograph = await decode(source, size);
      const quad = findPage(pixelsOf(photograph, searchEdge));
      const shown = await shrink(photograph, shownEdge);
      const picture = shown === photograph ? await createImageBitmap(photograph) : shown;
      return { picture, quad: quad ?? wholePicture, found: quad !== undefined };
    },
    async straighten(quad) {
      if (!photograph) throw new Error('no photograph');
      const corners = trim(toPixels(quad, photograph.width, photograph.height), trimShare);
      sheet = warp(pixelsOf(photograph), corners, pageSize(corners, pageEdge));
      if (!sheet) throw new RangeError('corners on one line');
      const small = pixelsOf(await createImageBitmap(canvasOf(sheet)), judgingEdge);
      const quality = judge(small, Math.max(sheet.width, sheet.height), cutOff(quad));
      return { quality, look: suggestLook(small) };
    },
    async render(look, turn) {
      if (!sheet) throw new Error('no sheet');
      const page = turnPixels(enhance(sheet, look), turn);
      const canvas = canvasOf(page);
      const jpeg = await smallJpeg((quality) => toJpeg(canvas, quality));
      return { page: jpeg, width: page.width, height: page.height };
    },
    async outline(frame) {
      const pixels = pixelsOf(frame, searchEdge);
      frame.close();
      return { quad: findPage(pixels), brightness: brightness(toGrey(pixels)) };
    },
  };
}

function canvasOf({ width, height, data }: Pixels) {
  const canvas = newCanvas(width, height);
  const context = contextOf(canvas);
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  return canvas;
}
