import { type ChildProcess, fork } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clamdIsInstalled } from './clamd/engine.ts';
import { ensurePki } from './pki.ts';
import { describeSandbox, settings } from './world.ts';

const names = ['eid-server', 'eid-client', 'push-service', 'mail', 'staff-oidc', 'bundid', 'muk'];
names.push('register', 'fit-connect');
if (clamdIsInstalled()) names.push('clamd');
else console.error('sandbox: clamd is missing (Debian: clamav-daemon); uploads will wait for their check');

const portBase = settings().portBase;
const dir = resolve(settings().dir);
const children: ChildProcess[] = [];
let stopping = false;

function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  forgetWorld();
  const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
  if (alive.length === 0) process.exit(code);
  let left = alive.length;
  for (const child of alive) {
    child.once('exit', () => {
      left -= 1;
      if (left === 0) process.exit(code);
    });
    child.kill('SIGTERM');
  }
  setTimeout(() => {
    for (const child of alive) child.kill('SIGKILL');
    process.exit(code);
  }, 3000).unref();
}

/** `sandbox.json` is there exactly as long as everything it names answers. */
function forgetWorld(): void {
  rmSync(join(dir, 'sandbox.json'), { force: true });
}

process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
process.on('disconnect', () => stop(0));

function startChild(name: string): Promise<void> {
  return new Promise((done) => {
    const child = fork(join(import.meta.dirname, name, 'main.ts'), {
      execArgv: [],
      env: {
        ...process.env,
        SANDBOX_DIR: dir,
        SANDBOX_PORT_BASE: String(portBase),
        NODE_EXTRA_CA_CERTS: join(dir, 'ca.crt.pem'),
      },
    });
    children.push(child);
    child.once('message', () => done());
    child.once('exit', (code) => {
      if (stopping) return;
      console.error(`sandbox: ${name} ended (${code}); stopping the others`);
      stop(1);
    });
  });
}

forgetWorld();
await ensurePki(dir);
await Promise.all(names.map(startChild));

const world = describeSandbox(dir, portBase);
// Written beside and renamed, so that nobody reads half a file.
writeFileSync(join(dir, 'sandbox.json.new'), `${JSON.stringify(world, null, 2)}\n`, { mode: 0o600 });
renameSync(join(dir, 'sandbox.json.new'), join(dir, 'sandbox.json'));
process.send?.('ready');
if (process.send === undefined) {
  console.log(
    `sandbox: eID client ${world.eid.clientUrl}, mails ${world.mail.url}, staff login ${world.staff.issuer}`,
  );
}
