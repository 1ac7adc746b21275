import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Private folders for programs that need real files for a moment, e.g. to rewrite a PDF. */
export type Scratch = {
  /** Runs the work with an empty folder of its own, which is gone afterwards. */
  use<T>(work: (folder: string) => Promise<T>): Promise<T>;
};

/** True while a process of this number runs; ours, right after a start, is a dead one's number used again. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Opens the directory, readable by its owner alone, and removes what a killed process of this machine left. */
export async function openScratch(directory: string): Promise<Scratch> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const name of await readdir(directory)) {
    if (!isAlive(Number.parseInt(name, 10)))
      await rm(join(directory, name), { recursive: true, force: true });
  }
  return {
    async use(work) {
      const folder = await mkdtemp(join(directory, `${process.pid}-`));
      try {
        return await work(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
