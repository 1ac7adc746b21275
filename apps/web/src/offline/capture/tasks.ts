import { findPage, searchEdge, wholePicture } from './vision/find-page.ts';
import { pageSize, type Quad, toPixels } from './vision/geometry.ts';
import { toGrey } from './vision/grey.ts';
import { judge, type Quality } from './vision/quality.ts';
import { straighten as warp } from './vision/warp.ts';

/** Long edge of a page that is sent: 290 dots an inch on A4, more than any office scans with. */
export const pageEdge = 2400;
/** Long edge that corners are cut from; more than the page, because the sheet fills only part of the picture. */
const workingEdge = 3200;
const judgingEdge = 1000;
const mostBytes = 2_000_000;

export type Prepared = { picture: ImageBitmap; quad: Quad; found: boolean };
export type Straightened = { page: Blob; quality: Quality };
export type PictureSize = { width: number; height: number } | undefined;

/** The heavy work of capturing; runs in a worker where there is one. */
export type Tasks = {
  /** Decodes a photograph at a size that a phone can work with, turned upright, and proposes corners. */
  prepare: (source: Blob | ImageBitmap, size: PictureSize) => Promise<Prepared>;
  /** Cuts the page out, straightens it and makes a JPEG of at most about 2 MB. */
  straighten: (picture: ImageBitmap, quad: Quad) => Promise<Straightened>;
  /** The sheet in a small frame of the viewfinder. */
  outline: (frame: ImageBitmap) => Promise<Quad | undefined>;
};

export const tasks: Tasks = {
  async prepare(source, size) {
    const picture = await decode(source, size);
    const quad = findIn(picture);
    return { picture, quad: quad ?? wholePicture, found: quad !== undefined };
  },
  async straighten(picture, quad) {
    const corners = toPixels(quad, picture.width, picture.height);
    const size = pageSize(corners, pageEdge);
    const pixels = draw(picture, picture.width, picture.height).getImageData(
      0,
      0,
      picture.width,
      picture.height,
    );
    const sheet = warp(pixels, corners, size);
    if (!sheet) throw new RangeError('corners on one line');
    const page = canvas(sheet.width, sheet.height);
    const context = contextOf(page);
    const image = context.createImageData(sheet.width, sheet.height);
    image.data.set(sheet.data);
    context.putImageData(image, 0, 0);
    return { page: await smallJpeg(page), quality: judgePage(page) };
  },
  async outline(frame) {
    const quad = findIn(frame);
    frame.close();
    return quad;
  },
};

type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

function canvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

function contextOf(target: Canvas): Context {
  const context = target.getContext('2d', { willReadFrequently: true }) as Context | null;
  if (!context) throw new Error('no canvas');
  return context;
}

function draw(picture: CanvasImageSource, width: number, height: number): Context {
  const context = contextOf(canvas(width, height));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return context;
}

/** Never larger than needed; browsers scale while decoding, so that 40 MB do not become half a gigabyte twice. */
async function decode(source: Blob | ImageBitmap, size: PictureSize): Promise<ImageBitmap> {
  const known = size ?? (source instanceof Blob ? undefined : source);
  const picture = known ? await decodeAt(source, known) : await createImageBitmap(source);
  const scale = workingEdge / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  const smaller = await createImageBitmap(picture, {
    resizeWidth: Math.round(picture.width * scale),
    resizeHeight: Math.round(picture.height * scale),
    resizeQuality: 'high',
  });
  picture.close();
  return smaller;
}

/** The width alone is given: a photograph taken upright is stored lying, and must keep its shape when turned. */
function decodeAt(
  source: Blob | ImageBitmap,
  { width, height }: { width: number; height: number },
): Promise<ImageBitmap> {
  const scale = workingEdge / Math.min(width, height);
  if (scale >= 1) return createImageBitmap(source);
  return createImageBitmap(source, { resizeWidth: workingEdge, resizeQuality: 'high' });
}

function findIn(picture: ImageBitmap): Quad | undefined {
  const scale = Math.min(1, searchEdge / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  return findPage(toGrey(draw(picture, width, height).getImageData(0, 0, width, height)));
}

function judgePage(page: Canvas): Quality {
  const edge = Math.max(page.width, page.height);
  const scale = Math.min(1, judgingEdge / edge);
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
  return judge(toGrey(draw(page, width, height).getImageData(0, 0, width, height)), edge);
}

async function smallJpeg(page: Canvas): Promise<Blob> {
  let blob: Blob | undefined;
  for (const quality of [0.85, 0.75, 0.65, 0.5]) {
    blob = await jpeg(page, quality);
    if (blob.size <= mostBytes) break;
  }
  if (!blob) throw new Error('no JPEG');
  return blob;
}

function jpeg(page: Canvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in page) return page.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve, reject) => {
    page.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no JPEG'))), 'image/jpeg', quality);
  });
}
