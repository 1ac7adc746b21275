import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portOffsets, type Sandbox, sandboxSchema } from './world.ts';

export type { Sandbox } from './world.ts';

export type RunningSandbox = { endpoints: Sandbox; stop(): Promise<void> };

/**
 * Starts the whole sandbox as processes of its own and waits until all answer (first start in a directory:
 * a few seconds for the keys). Without `dir` a temporary one is made and removed, with the keys that lie in the folder
 * SANDBOX_KEYS names, if it names one; without `portBase` free ports are found.
 */
export async function startSandbox(
  options: { dir?: string; portBase?: number } = {},
): Promise<RunningSandbox> {
  const dir = options.dir ?? newDir();
  const portBase = options.portBase ?? (await freePortBase());
  const child = fork(join(import.meta.dirname, 'main.ts'), {
    execArgv: [],
    env: { ...process.env, SANDBOX_DIR: dir, SANDBOX_PORT_BASE: String(portBase) },
  });
  await new Promise<void>((done, fail) => {
    child.once('message', () => done());
    child.once('exit', (code) => fail(new Error(`the sandbox did not start (${code})`)));
  });
  const endpoints = sandboxSchema.parse(JSON.parse(readFileSync(join(dir, 'sandbox.json'), 'utf8')));
  return {
    endpoints,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        await ended;
      }
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'jena-sandbox-'));
  const keys = process.env['SANDBOX_KEYS'];
  if (keys !== undefined) cpSync(keys, dir, { recursive: true });
  return dir;
}

async function freePortBase(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const base = 20_000 + 20 * Math.floor(Math.random() * 600);
    const free = await Promise.all(Object.values(portOffsets).map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no free ports for the sandbox');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
