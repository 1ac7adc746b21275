// Runs on the Node that starts npm (20 or newer), before anything is installed: only Node's own modules here.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const node = resolve(root, 'node_modules/node/bin/node');

/** The environment in which the product runs: its own pinned Node first on the path. */
export const productEnv = {
  ...process.env,
  PATH: [resolve(root, 'node_modules/node/bin'), resolve(root, 'node_modules/.bin'), process.env.PATH].join(
    delimiter,
  ),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a command of this product to its end; a failure ends the script with the same code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: productEnv, ...options });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the packages when they are missing or older than the lock file. */
export function installPackages() {
  const marker = resolve(root, 'node_modules/.package-lock.json');
  const lock = resolve(root, 'package-lock.json');
  if (existsSync(marker) && existsSync(node) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: process.env });
}

/** What uploads are checked with: virus scanner, PDF tool and the room it runs in. */
export const checkingPrograms = {
  '/usr/sbin/clamd': 'clamav-daemon',
  '/usr/bin/qpdf': 'qpdf',
  '/usr/bin/bwrap': 'bubblewrap',
};

/** Debian packages of those programs that are missing. */
export function missingPrograms(programs) {
  return Object.entries(programs)
    .filter(([path]) => !existsSync(path))
    .map(([, name]) => name);
}

/** Installs Debian packages whose programs are missing. */
export function installPrograms(programs) {
  const missing = missingPrograms(programs);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} …`);
  run(installer, ['update', '-qq'], apt);
  run(installer, installCommand(missing), quietly);
}

/** The same where it may fail (no Debian, no rights, no network): then false, and nothing else stops. */
export function tryToInstallPrograms(programs) {
  const missing = missingPrograms(programs);
  if (missing.length === 0) return true;
  console.log(`Installing ${missing.join(', ')} …`);
  const succeeds = (args) => spawnSync(installer, args, { ...apt, stdio: 'ignore' }).status === 0;
  succeeds(['update', '-qq']);
  return succeeds(installCommand(missing));
}

const installer = 'apt-get';
const apt = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
const quietly = { ...apt, stdio: ['ignore', 'ignore', 'inherit'] };
const installCommand = (names) => ['install', '-y', '-qq', '--no-install-recommends', ...names];
