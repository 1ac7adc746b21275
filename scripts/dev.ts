// `npm run dev`: the sandbox, the server that restarts as you write, and Vite's pages that change in place.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';

const root = resolve(import.meta.dirname, '..');
const dataDir = resolve(process.env['DATA_DIR'] ?? resolve(root, '.data'));
const sandboxDir = resolve(dataDir, 'sandbox');
const sandbox = await startSandbox({ dir: sandboxDir });

const env = {
  ...process.env,
  DATA_DIR: dataDir,
  SANDBOX_DIR: sandboxDir,
  PUBLIC_ORIGIN: 'http://localhost:5173',
};
const server = spawn('node', ['--watch', 'apps/bff/src/main.ts'], { cwd: root, env, stdio: 'inherit' });
const pages = spawn('vite', ['apps/web', '--port', '5173', '--strictPort'], { cwd: root, stdio: 'inherit' });

async function stop(): Promise<void> {
  server.kill('SIGTERM');
  pages.kill('SIGTERM');
  await sandbox.stop();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
