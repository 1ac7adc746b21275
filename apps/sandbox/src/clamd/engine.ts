import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { datedSignatures, ownSignatures } from './signatures.ts';

const program = '/usr/sbin/clamd';
const startsWithin = 30_000;

/** Where the scanner listens: a TCP port of this machine, or a socket in the file system. */
export type ScannerAddress = { host: string; port: number } | { path: string };

export type ClamdOptions = {
  /** Folder for its settings, signatures and temporary files; made when missing. */
  dir: string;
  address: ScannerAddress;
  /** When its signatures were made; `undated` ones have no date, as only an official or built database has. */
  signatures: Date | 'undated';
  /** The longest stream it takes, in bytes. */
  streamBytes?: number;
};

/** False where Debian's package clamav-daemon is not installed. */
export const clamdIsInstalled = (): boolean => existsSync(program);

/** Debian's clamd with signatures of our own; it answers when this resolves, and ends with its starter. */
export async function startClamd(options: ClamdOptions): Promise<{ stop(): Promise<void> }> {
  const config = writeConfig(options);
  // The kernel ends it with this process, however that ends.
  const child = spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', program, '-F', '-c', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilItAnswers(child, options.address);
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function writeConfig({ dir, address, signatures, streamBytes = 60_000_000 }: ClamdOptions): string {
  const [database, temporary] = [join(dir, 'signatures'), join(dir, 'tmp')];
  rmSync(database, { recursive: true, force: true });
  for (const folder of [database, temporary]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (signatures === 'undated') writeFileSync(join(database, 'own.ndb'), ownSignatures);
  else writeFileSync(join(database, 'daily.cud'), datedSignatures(signatures));
  const file = join(dir, 'clamd.conf');
  const where =
    'path' in address
      ? [`LocalSocket ${address.path}`, 'LocalSocketMode 600', 'FixStaleSocket yes']
      : [`TCPSocket ${address.port}`, `TCPAddr ${address.host}`];
  const lines = [
    ...where,
    `DatabaseDirectory ${database}`,
    `TemporaryDirectory ${temporary}`,
    `StreamMaxLength ${streamBytes}`,
    'MaxFileSize 60000000',
    'MaxScanSize 200000000',
    'MaxThreads 4',
    // What could not be looked at whole is reported instead of passed.
    'AlertExceedsMax yes',
    'AlertEncrypted yes',
    'AlertOLE2Macros yes',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

async function untilItAnswers(child: ChildProcess, address: ScannerAddress): Promise<void> {
  let failed = false;
  child.once('error', () => {
    failed = true;
  });
  const deadline = Date.now() + startsWithin;
  while (Date.now() < deadline) {
    if (failed || child.exitCode !== null) throw new Error(`clamd did not start (${child.exitCode})`);
    if (await answers(address)) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  child.kill('SIGKILL');
  throw new Error('clamd did not answer in time');
}

function answers(address: ScannerAddress): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address, () => socket.write('zPING\0'));
    socket.once('data', (answer) => {
      socket.destroy();
      done(answer.toString().startsWith('PONG'));
    });
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}
