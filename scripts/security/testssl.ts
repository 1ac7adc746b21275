import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Scan } from './findings.ts';
import { runScanner } from './program.ts';

type Line = { id: string; severity: string; finding: string };

const harmless = ['OK', 'INFO', 'DEBUG'];

/** Looks at the TLS front: protocols, ciphers, certificate, known faults, headers. */
export async function testssl(target: { port: number; authority: string; folder: string }): Promise<Scan> {
  const { port, authority, folder } = target;
  const file = join(folder, 'testssl.json');
  await runScanner(
    [
      '/usr/bin/testssl',
      ...['--quiet', '--color', '0', '--warnings', 'off', '--ip', '127.0.0.1', '--nodns', 'none'],
      ...['--add-ca', authority, '--openssl-timeout', '5', '--jsonfile', file],
      `https://localhost:${port}/`,
    ],
    { seconds: 540, log: join(folder, 'testssl.log') },
  );
  const lines = JSON.parse(readFileSync(file, 'utf8')) as Line[];
  const findings: Finding[] = lines
    .filter(({ severity }) => !harmless.includes(severity))
    .map(({ id, severity, finding }) => ({
      scanner: 'testssl',
      id,
      where: `${severity}: ${finding}`.slice(0, 160),
    }));
  return { scanner: 'testssl', reach: `${lines.length} checks`, findings };
}
