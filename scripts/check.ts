// `npm run check`: everything that can be said about the code without running it, side by side, each an error.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Name → command. They run at the same time; the slowest sets the pace. */
const checks: Record<string, string[]> = {
  'lint and format': ['biome', 'ci', '--colors=off', '--diagnostic-level=error', '--max-diagnostics=30', '.'],
  'types: shared': ['tsc', '-p', 'packages/shared'],
  'types: content': ['tsc', '-p', 'packages/content'],
  'types: bff': ['tsc', '-p', 'apps/bff'],
  'types: sandbox': ['tsc', '-p', 'apps/sandbox'],
  'types: web': ['tsc', '-p', 'apps/web'],
  'types: service worker': ['tsc', '-p', 'apps/web/sw'],
  'types: e2e and scripts': ['tsc', '-p', 'e2e'],
  'dead code': ['knip'],
  workspaces: ['sherif'],
  boundaries: ['turbo', 'boundaries'],
  content: ['node', 'packages/content/src/build.ts', '--check'],
  'build and budgets': ['node', 'scripts/budgets.ts', '--build'],
};

type Outcome = { name: string; ok: boolean; output: string; seconds: number };

function run(name: string, [command = '', ...args]: string[]): Promise<Outcome> {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        output += part;
      });
    }
    const finish = (ok: boolean) => done({ name, ok, output, seconds: (performance.now() - began) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Two cores: a few at a time are faster than all at once. */
async function runAll(most: number): Promise<Outcome[]> {
  const waiting = Object.entries(checks);
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await run(...next));
  };
  await Promise.all(Array.from({ length: most }, worker));
  return outcomes;
}

const outcomes = await runAll(4);
for (const { name, ok, output, seconds } of outcomes) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
