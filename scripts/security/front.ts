import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * Debian's Caddy, unpacked into a folder of ours: installed as a package it would start as a service on all addresses.
 * @returns the program's path
 */
function fetchCaddy(folder: string): string {
  const program = join(folder, 'usr/bin/caddy');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const did = (command: string, args: string[]) =>
    spawnSync(command, args, { cwd: folder, stdio: 'ignore' }).status === 0;
  const fetched = did('apt-get', ['download', 'caddy']);
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (!fetched || archive === undefined || !did('dpkg', ['-x', archive, folder]))
    throw new Error('Caddy could not be fetched from Debian: run "apt-get update", then again');
  return program;
}

/** The TLS front of `deploy/product.caddy`, on the loopback interface, with a certificate authority of its own. */
export async function startFront(ports: { tls: number; product: number }, folder: string) {
  const caddy = fetchCaddy(join(root, '.cache/caddy'));
  const data = join(folder, 'caddy');
  mkdirSync(data, { recursive: true });
  const settings = [
    'admin off',
    'local_certs',
    'skip_install_trust',
    'auto_https disable_redirects',
    'default_bind 127.0.0.1',
    `https_port ${ports.tls}`,
    `storage file_system ${data}`,
  ];
  const file = join(data, 'Caddyfile');
  writeFileSync(file, `{\n\t${settings.join('\n\t')}\n}\nimport ${join(root, 'deploy/product.caddy')}\n`);
  const env = { ...process.env, PUBLIC_HOST: 'localhost', PORT: String(ports.product) };
  const child: ChildProcess = spawn(caddy, ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: { ...env, HOME: data },
    stdio: 'ignore',
  });
  return {
    /** What the front's own authority vouches with. */
    authority: join(data, 'pki/authorities/local/root.crt'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
