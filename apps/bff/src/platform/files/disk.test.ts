import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@jena/shared/kernel';
import { afterEach, expect, it } from 'vitest';
import { fileStoreContract } from '../testing/file-store-contract.ts';
import { openDiskFiles } from './disk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jena-files-'));
  folders.push(folder);
  return join(folder, 'files');
}

fileStoreContract('the disk', async () => openDiskFiles(newFolder()));

it('clears away what a process that died left half written, not what is being written', async () => {
  const root = newFolder();
  const files = openDiskFiles(root);
  const half = () => readdirSync(root, { recursive: true }).filter((path) => String(path).endsWith('.part'));
  const seen: number[] = [];
  async function* slow() {
    yield Buffer.from('Tag');
    await files.forgetUnfinished(new Date(Date.now() - 60_000));
    seen.push(half().length);
    await files.forgetUnfinished(new Date(Date.now() + 60_000));
    seen.push(half().length);
  }
  // Its half file is taken away under it, as if it had died: nothing takes its place.
  await expect(files.put(newId<'file'>(), slow())).rejects.toThrow('ENOENT');
  expect(seen).toEqual([1, 0]);
});
