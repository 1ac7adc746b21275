import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { checkFileName, FileMissing, type FileStore } from './port.ts';

const unfinished = '.part';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Files in a folder of this machine, spread over subfolders by the first two letters of their id. */
export function openDiskFiles(root: string): FileStore {
  function pathOf(name: string): string {
    checkFileName(name);
    const [id = '', folder = 'files'] = name.split('/').reverse();
    return join(root, folder, id.slice(0, 2), id);
  }

  return {
    async put(name, content) {
      const path = pathOf(name);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = `${path}.${randomUUID()}${unfinished}`;
      let bytes = 0;
      try {
        const handle = await open(part, 'wx', 0o600);
        try {
          for await (const chunk of content) {
            await handle.writeFile(chunk);
            bytes += chunk.byteLength;
          }
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(part, path);
        await syncFolder(folder);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { bytes };
    },
    async get(name) {
      const path = pathOf(name);
      await access(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissing() : error;
      });
      // Opened when the first byte is asked for: an answer that nobody reads must not keep a file open.
      return (async function* () {
        yield* createReadStream(path, { highWaterMark: 128 * 1024 });
      })();
    },
    async delete(name) {
      await rm(pathOf(name), { force: true });
    },
    async *list() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      for (const path of await readdir(root, { recursive: true })) {
        const parts = path.split(sep);
        const [folder, , id] = parts;
        if (parts.length !== 3 || id === undefined || id.endsWith(unfinished)) continue;
        yield folder === 'files' ? id : `${folder}/${id}`;
      }
    },
  };
}
