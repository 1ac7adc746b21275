import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Sandbox, startSandbox } from '@jena/sandbox/start';
import { createDatabase, dropDatabase, type Rows } from './database.ts';

const root = resolve(import.meta.dirname, '../..');
const builtApp = resolve(root, 'apps/web/dist');
const shared = 'JENA_E2E_WORLD';

/** The built product as a process of its own. */
export type Product = Rows & {
  origin: string;
  /** Of the process that runs now. */
  pid(): number;
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data; `env` for this time only, e.g. another clock. */
  start(env?: Record<string, string>): Promise<void>;
};

/** What journeys need to know of the one world they share. */
export type World = Rows & { origin: string; webDist: string; sandbox: Sandbox };
export type RunningWorld = World & { stop(): Promise<void> };

/** The world that the setup started. */
export function world(): World {
  const known = process.env[shared];
  if (known === undefined)
    throw new Error('there is no world: run the journeys through playwright.config.ts');
  return JSON.parse(known) as World;
}

/** Hands the world on to the processes in which the journeys run. */
export function shareWorld({ origin, dataDir, databaseUrl, webDist, sandbox }: World): void {
  process.env[shared] = JSON.stringify({ origin, dataDir, databaseUrl, webDist, sandbox });
}

/** The sandboxed outside world and the built product, on free ports, with data that vanish at the end. */
export async function startWorld(): Promise<RunningWorld> {
  if (!existsSync(join(builtApp, 'sw.js'))) {
    throw new Error(`The app is not built: ${builtApp} is missing. Run "npm run build" first.`);
  }
  // The journeys keep the app that they began with, even if someone builds it anew meanwhile.
  const webDist = mkdtempSync(join(tmpdir(), 'jena-e2e-app-'));
  cpSync(builtApp, webDist, { recursive: true });
  const sandbox = await startSandbox();
  const product = await startProduct({ sandbox: sandbox.endpoints, webDist }).catch(
    async (error: unknown) => {
      await sandbox.stop();
      throw error;
    },
  );
  return {
    origin: product.origin,
    dataDir: product.dataDir,
    databaseUrl: product.databaseUrl,
    webDist,
    sandbox: sandbox.endpoints,
    async stop() {
      await product.stop();
      await sandbox.stop();
      rmSync(webDist, { recursive: true, force: true });
    },
  };
}

type ProductOptions = { sandbox: Sandbox; webDist: string; env?: Record<string, string> };

/** Starts the built product with data of its own: a folder, and a database of the server at DATABASE_URL if that is set. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jena-e2e-'));
  const server = process.env['DATABASE_URL'];
  const databaseUrl = server ? await createDatabase(server) : undefined;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;

  async function start(extra: Record<string, string> = {}): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      SANDBOX_DIR: options.sandbox.dir,
      PUBLIC_ORIGIN: origin,
      WEB_DIST: options.webDist,
      LOG_LEVEL: 'warn',
      ...options.env,
      ...extra,
    };
    child = spawn(process.execPath, [resolve(root, 'apps/bff/src/main.ts')], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await untilReady(origin, child);
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  await start();
  return {
    origin,
    dataDir,
    databaseUrl,
    start,
    pid() {
      if (child?.pid === undefined) throw new Error('the product does not run');
      return child.pid;
    },
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
      if (server && databaseUrl) await dropDatabase(server, databaseUrl);
    },
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product did not start (exit ${child.exitCode})`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the product was not ready after 30 seconds');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** The text of a file that the sandbox wrote, e.g. its certificate authority. */
export function sandboxFile(path: string): string {
  return readFileSync(path, 'utf8');
}
