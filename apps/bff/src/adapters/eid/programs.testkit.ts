import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True where a Debian program is not installed and need not be: the continuous build has it and never skips. */
export function lacks(program: string): boolean {
  return !existsSync(program) && process.env['CI'] === undefined;
}

/** Runs a program on files that vanish afterwards; `args` name them by their place in the folder. */
export function runOnFiles(
  program: string,
  files: Record<string, string>,
  args: (at: (name: string) => string) => string[],
): { ok: boolean; stdout: string; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'jena-eid-'));
  const at = (name: string) => join(folder, name);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
    const { status, stdout, stderr } = spawnSync(program, args(at), { encoding: 'utf8' });
    return { ok: status === 0, stdout, said: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
