import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compress } from './serve.ts';

const here = import.meta.dirname;
const built = resolve(here, '../../node_modules/.cache/jena-bench/peers');

/** Installs the other libraries, at the versions of their own lock file, where they are missing. */
export function installPeers(): void {
  if (existsSync(join(here, 'node_modules/vite'))) return;
  console.log('Installing the other form libraries …');
  const { status } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: here,
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('the other form libraries cannot be installed');
}

type Vite = { build: (options: object) => Promise<unknown> };

/** Builds the page of one library as its manual says, for the browsers that this product is built for; gives its folder. */
export async function buildPeer(name: string, form: unknown): Promise<string> {
  const outDir = join(built, name);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const { build } = (await import(join(here, 'node_modules/vite/dist/node/index.js'))) as Vite;
  await build({
    root: join(here, 'pages'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000 },
    plugins: [
      {
        name: 'peer',
        resolveId: (id: string) => (id === 'virtual:peer' ? join(here, 'pages', `${name}.js`) : undefined),
      },
    ],
  });
  writeFileSync(join(outDir, 'form.json'), JSON.stringify(form));
  compress(outDir);
  return outDir;
}
