import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openScratch } from './scratch.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'jena-scratch-')), 'scratch');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

it('gives a private folder that is gone afterwards, also after a failure', async () => {
  const scratch = await openScratch(directory);
  let seen = '';
  const work = scratch.use(async (folder) => {
    seen = folder;
    writeFileSync(join(folder, 'in.pdf'), 'x');
    expect(statSync(folder).mode & 0o077).toBe(0);
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(existsSync(seen)).toBe(false);
  expect(await scratch.use(async () => 7)).toBe(7);
});

it('clears away what a killed process left, but not what a living one uses', async () => {
  mkdirSync(directory, { recursive: true });
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of [`${dead}-a`, `${process.pid}-b`, `${process.ppid}-c`, 'stray'])
    mkdirSync(join(directory, name));
  await openScratch(directory);
  expect(readdirSync(directory)).toEqual([`${process.ppid}-c`]);
});
