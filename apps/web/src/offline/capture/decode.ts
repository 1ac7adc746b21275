/** Long edge that corners are cut from; more than the page, because the sheet fills only part of the picture. */
const workingEdge = 3200;

export type PictureSize = { width: number; height: number } | undefined;

/**
 * Decodes a photograph, upright, never larger than needed; browsers scale while decoding, so that 40 MB do not become
 * half a gigabyte twice.
 */
export async function decode(source: Blob | ImageBitmap, size: PictureSize): Promise<ImageBitmap> {
  const known = size ?? (source instanceof Blob ? undefined : source);
  const picture = known ? await decodeAt(source, known) : await createImageBitmap(source);
  const smaller = await shrink(picture, workingEdge);
  if (smaller !== picture) picture.close();
  return smaller;
}

/** The picture with a long edge of at most `longest`; itself when it is small enough. */
export async function shrink(picture: ImageBitmap, longest: number): Promise<ImageBitmap> {
  const scale = longest / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  return createImageBitmap(picture, {
    resizeWidth: Math.round(picture.width * scale),
    resizeHeight: Math.round(picture.height * scale),
    resizeQuality: 'high',
  });
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

/** True when this browser can open the picture. */
export async function canDecode(file: Blob): Promise<boolean> {
  try {
    (await createImageBitmap(file, { resizeWidth: 16 })).close();
    return true;
  } catch {
    return false;
  }
}
