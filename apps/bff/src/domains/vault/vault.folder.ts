import type { KeyObject } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DocumentId } from '@jena/shared/kernel';
import { growingCipher } from '../../platform/crypto/growing.ts';

/** The file that was uploaded is not there (any more). */
export class UploadLost extends Error {
  constructor() {
    super('there is no such upload');
    this.name = 'UploadLost';
  }
}

/**
 * Where uploads grow until they are checked: encrypted, readable by the product's user alone, gone after the check. A
 * check may wait for days, and a phone for a night.
 * With several processes the folder must be shared or requests of one person must reach one process.
 */
export type UploadFolder = {
  pathOf(id: DocumentId): string;
  /** Makes an empty upload. One that is there keeps what arrived: its first answer may have got lost. */
  create(id: DocumentId): Promise<void>;
  /** Writes on from an offset; gives the offset reached. What arrived before a source fails stays. */
  write(id: DocumentId, offset: number, source: Readable): Promise<number>;
  /** Bytes that arrived; undefined when there is no such upload. */
  size(id: DocumentId): Promise<number | undefined>;
  /** What arrived, from its beginning. @throws UploadLost from the stream */
  read(id: DocumentId): AsyncIterable<Uint8Array>;
  /** Makes sure that what arrived survives a power cut. */
  flush(id: DocumentId): Promise<void>;
  /** Deletes an upload; fine when there is none. */
  discard(id: DocumentId): Promise<void>;
};

/** @param key of the product: an upload is nobody's document yet */
export async function openUploadFolder(directory: string, key: KeyObject): Promise<UploadFolder> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const cipherFrom = (id: DocumentId, offset: number) => growingCipher(key, `vault.upload|${id}`, offset);
  const pathOf = (id: DocumentId) => join(directory, id);
  return {
    pathOf,
    async create(id) {
      await (await open(pathOf(id), 'a', 0o600)).close();
    },
    async write(id, offset, source) {
      const encrypt = cipherFrom(id, offset);
      const file = createWriteStream(pathOf(id), { flags: 'r+', start: offset });
      await pipeline(
        source,
        async function* (parts: AsyncIterable<Uint8Array>) {
          for await (const part of parts) yield encrypt(part);
        },
        file,
      );
      return offset + file.bytesWritten;
    },
    async size(id) {
      return (await stat(pathOf(id)).catch(() => undefined))?.size;
    },
    // Opened when the first byte is asked for: what nobody reads must not keep a file open.
    async *read(id) {
      const file = await open(pathOf(id), 'r').catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new UploadLost() : error;
      });
      const decrypt = cipherFrom(id, 0);
      for await (const part of file.createReadStream({ highWaterMark: 512 * 1024 })) yield decrypt(part);
    },
    async flush(id) {
      const handle = await open(pathOf(id), 'r+');
      await handle.sync().finally(() => handle.close());
    },
    discard: (id) => rm(pathOf(id), { force: true }),
  };
}
