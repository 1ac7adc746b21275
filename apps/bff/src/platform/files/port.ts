/** Names are made by the product, never by people: an id, optionally in a folder (`vault/<id>`). */
export const fileNamePattern = /^(?:[a-z]{1,20}\/)?[a-z2-7]{26}$/;

export class FileMissing extends Error {
  constructor() {
    super('there is no such file');
    this.name = 'FileMissing';
  }
}

/** Where encrypted files lie. Every driver passes `fileStoreContract`. */
export type FileStore = {
  /** Stores a whole file or nothing: when the source fails, an older file of that name stays. Durable when it resolves. */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<{ bytes: number }>;
  /** @throws FileMissing before the first byte */
  get(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** Deleting what is not there is fine. */
  delete(name: string): Promise<void>;
  /** Every name, in no special order. */
  list(): AsyncIterable<string>;
  /** Deletes what processes that died left half written before this moment. */
  forgetUnfinished(before: Date): Promise<void>;
};

/** @throws RangeError for a name that could leave the store */
export function checkFileName(name: string): void {
  if (!fileNamePattern.test(name)) throw new RangeError('not a file name of the product');
}
