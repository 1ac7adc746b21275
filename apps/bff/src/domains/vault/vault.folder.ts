import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentId } from '@jena/shared/kernel';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';

/**
 * Where uploads grow until they are checked: plain files that only the product's user may read, gone after the check.
 * With several processes the folder must be shared or requests of one person must reach one process.
 */
export type UploadFolder = {
  /** The tus server's storage. */
  tus: FileStore;
  pathOf(id: DocumentId): string;
  /** Bytes that arrived; undefined when there is no such upload. */
  size(id: DocumentId): Promise<number | undefined>;
  /** Makes sure that what arrived survives a power cut. */
  flush(id: DocumentId): Promise<void>;
  /** Deletes an upload and what tus noted about it; fine when there is none. */
  discard(id: DocumentId): Promise<void>;
};

/** Creating an upload twice (its first answer got lost) must not empty what has arrived since. */
class KeepingFileStore extends FileStore {
  override async create(upload: Upload): Promise<Upload> {
    const path = join(this.directory, upload.id);
    await (await open(path, 'a', 0o600)).close();
    await this.configstore.set(upload.id, upload);
    upload.storage = { type: 'file', path };
    return upload;
  }
}

export async function openUploadFolder(directory: string): Promise<UploadFolder> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const tus = new KeepingFileStore({ directory });
  const pathOf = (id: DocumentId) => join(directory, id);
  return {
    tus,
    pathOf,
    async size(id) {
      const known = await tus.configstore.get(id);
      if (known === undefined) return undefined;
      return (await stat(pathOf(id)).catch(() => undefined))?.size;
    },
    async flush(id) {
      const handle = await open(pathOf(id), 'r+');
      await handle.sync().finally(() => handle.close());
    },
    async discard(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}.json`, { force: true });
    },
  };
}
