import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkFileName, FileMissing, type FileStore } from './port.ts';

const unfinished = '.part';
/** So much is read and written at once. */
const pieceBytes = 512 * 1024;

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
      // While one write is on its way, the next ones gather and go together.
      const file = createWriteStream(part, {
        flags: 'wx',
        mode: 0o600,
        highWaterMark: 4 * pieceBytes,
        flush: true,
      });
      try {
        await pipeline(content, file);
        await rename(part, path);
        await syncFolder(folder);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { bytes: file.bytesWritten };
    },
    async get(name) {
      const path = pathOf(name);
      await access(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissing() : error;
      });
      // Opened when the first byte is asked for: an answer that nobody reads must not keep a file open.
      return (async function* () {
        yield* createReadStream(path, { highWaterMark: pieceBytes });
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
    async forgetUnfinished(before) {
      for (const path of await readdir(root, { recursive: true })) {
        if (!path.endsWith(unfinished)) continue;
        const file = join(root, path);
        // Finished by its writer meanwhile: then it has another name.
        const found = await stat(file).catch(() => undefined);
        if (found && found.mtime < before) await rm(file, { force: true });
      }
    },
  };
}
