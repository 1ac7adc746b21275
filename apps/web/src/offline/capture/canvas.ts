/** A canvas in a worker or on the page. */
export type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export function newCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

export function contextOf(target: Canvas): Context {
  const context = target.getContext('2d', { willReadFrequently: true }) as Context | null;
  if (!context) throw new Error('no canvas');
  return context;
}

/** A picture's pixels with a long edge of at most `longest`. */
export function pixelsOf(picture: ImageBitmap, longest = Number.POSITIVE_INFINITY): ImageData {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const context = contextOf(newCanvas(width, height));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

export function toJpeg(page: Canvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in page) return page.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve, reject) => {
    page.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no JPEG'))), 'image/jpeg', quality);
  });
}
