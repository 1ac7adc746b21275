/** The file is no HEIF picture that can be read, or needs more time or memory than a photograph may. */
export class HeifUnreadable extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'HeifUnreadable';
  }
}

/** The picture says of itself that it is larger than allowed. */
export class HeifTooLarge extends Error {
  constructor() {
    super('more pixels than allowed');
    this.name = 'HeifTooLarge';
  }
}

/** A decoded picture, upright: four bytes a pixel (red, green, blue, opacity), row by row. */
export type Pixels = { width: number; height: number; data: Buffer };

export type HeifPort = {
  /**
   * Decodes the main picture of a HEIC or HEIF file, turned and mirrored as the file says.
   * @throws HeifUnreadable, HeifTooLarge
   */
  decode(file: Uint8Array, limits: { maxPixels: number }): Promise<Pixels>;
};
