import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = '/usr/lib/postgresql';

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian's package made. */
function asServerUser() {
  if (process.getuid?.() !== 0) return {};
  const lookUp = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: lookUp('-u'), gid: lookUp('-g') };
}

/** A server of our own in a temporary folder, on the loopback interface only. */
export async function startPostgres(): Promise<{ url: string; stop: () => void } | undefined> {
  const version = existsSync(home) ? readdirSync(home).sort().at(-1) : undefined;
  const bin = version && join(home, version, 'bin');
  if (!bin || !existsSync(join(bin, 'initdb'))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jena-postgres-'));
  const user = asServerUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'jena', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: folder },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const port = await freePort();
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'fsync=off',
  ];
  const server: ChildProcess = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
  for (
    let tries = 0;
    spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status !== 0;
    tries++
  ) {
    if (tries > 50) throw new Error('PostgreSQL did not start');
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return {
    url: `postgres://jena@127.0.0.1:${port}/postgres`,
    stop() {
      server.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
