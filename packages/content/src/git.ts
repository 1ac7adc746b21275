import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataDirectory, loadContent, type RawContent } from './load.ts';

const inRepository = 'packages/content/data';
const root = resolve(import.meta.dirname, '../../..');

/** The data folder as it was at a point of the repository, e.g. `main` or a tag. @throws when git knows no such point */
export function contentAt(ref: string): RawContent {
  const folder = mkdtempSync(join(tmpdir(), 'jena-content-'));
  try {
    // Kinds of files that came later were empty then.
    for (const { name } of readdirSync(dataDirectory, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    ))
      mkdirSync(join(folder, inRepository, name), { recursive: true });
    writeFileSync(join(folder, inRepository, 'released.json'), '{}');
    const tar = execFileSync('git', ['archive', '--format=tar', ref, inRepository], {
      cwd: root,
      maxBuffer: 200_000_000,
    });
    execFileSync('tar', ['-x', '-C', folder], { input: tar });
    return loadContent(join(folder, inRepository));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
