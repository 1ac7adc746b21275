/** The part of the Shape Detection API that is used; TypeScript's library does not know it. */
type Detector = { detect(picture: ImageBitmap): Promise<readonly { rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/**
 * Looks for a Data Matrix code in a picture, on the phone. What it says is not read out: only the authority may use it.
 * @returns undefined where the browser has no such eye (Safari, Firefox), or cannot open the picture
 */
export async function holdsCode(
  picture: Blob,
  given = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector,
): Promise<boolean | undefined> {
  if (given === undefined || !(await given.getSupportedFormats()).includes('data_matrix')) return undefined;
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  try {
    return (await new given({ formats: ['data_matrix'] }).detect(bitmap)).length > 0;
  } finally {
    bitmap.close();
  }
}
