import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { fileStoreContract } from '../testing/file-store-contract.ts';
import { openDiskFiles } from './disk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

fileStoreContract('the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jena-files-'));
  folders.push(folder);
  return openDiskFiles(join(folder, 'files'));
});
