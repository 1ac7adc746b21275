// Unit tests; the stores on SQLite and on a PostgreSQL server where Debian's is installed, in-process where it is not.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPostgres } from './support/postgres.ts';

const root = resolve(import.meta.dirname, '..');

const postgres = await startPostgres();
if (!postgres) console.log('PostgreSQL is not installed: its dialect is tested in-process only.');
// On CI a failed test gets one more try, and the report names it: a race is to be mended, not to hold up a landing.
const again = process.env['CI'] ? ['--retry=1'] : [];
// As many workers as CI has cores; given here, because the projects do not take it from the root's configuration.
const workers = '--maxWorkers=2';
// Dozens of tests start a sandbox: its keys are made once, and what Node compiled of it is kept.
const keys = mkdtempSync(join(tmpdir(), 'jena-sandbox-keys-'));
spawnSync(process.execPath, ['apps/sandbox/src/make-keys.ts', keys], { cwd: root, stdio: 'inherit' });
const quick = { SANDBOX_KEYS: keys, NODE_COMPILE_CACHE: join(tmpdir(), 'jena-compiled') };
const tests = spawn('vitest', ['run', workers, ...again, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...quick, ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}) },
});
tests.on('close', (code) => {
  postgres?.stop();
  rmSync(keys, { recursive: true, force: true });
  process.exit(code ?? 1);
});
