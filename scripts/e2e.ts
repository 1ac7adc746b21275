// The journeys: all of them on SQLite, then those that pass every domain once more on a PostgreSQL server.
// What is given after `--` goes to Playwright, and then only SQLite is run: `npm run e2e -- e2e/vault`.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPostgres } from './support/postgres.ts';

const root = resolve(import.meta.dirname, '..');

function journeys(args: string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
    // Products are started, killed and started again: what Node compiled of them is kept.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'jena-compiled'), ...env },
  });
  return status ?? 1;
}

const chosen = process.argv.slice(2);
const failed = journeys(chosen);
if (failed !== 0 || chosen.length > 0) process.exit(failed);

const postgres = await startPostgres();
if (!postgres) {
  console.log('PostgreSQL is not installed: the journeys were run on SQLite only.');
  process.exit(0);
}
const status = journeys(['--grep', '@postgres'], { DATABASE_URL: postgres.url });
postgres.stop();
process.exit(status);
