import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClamdOptions, type ScannerAddress, startClamd } from '@jena/sandbox/clamd';
import { eicar } from '@jena/sandbox/signatures';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { createScanner } from './adapter.ts';
import { ScannerAway, type ScannerPort, type Verdict } from './port.ts';

const oneDay = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * oneDay);

const folder = mkdtempSync(join(tmpdir(), 'jena-clamd-'));
const running: { stop(): Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(running.map((clamd) => clamd.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Omit<ClamdOptions, 'dir' | 'address'>, address?: ScannerAddress) {
  const dir = mkdtempSync(join(folder, 'c-'));
  const at = address ?? { path: join(dir, 's') };
  running.push(await startClamd({ ...options, dir, address: at }));
  return scannerAt(at);
}
const scannerAt = (address: ScannerAddress): ScannerPort =>
  createScanner({ address, maxAgeDays: 7, timeoutMs: 5000 }, { clock: systemClock });

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

async function* stream(content: Buffer, piece = 100_000) {
  for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
}
const scan = (scanner: ScannerPort, content: Buffer): Promise<Verdict> => scanner.scan(stream(content));
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof ScannerAway ? error.reason : `not a ScannerAway: ${error}`),
  );

describe.each(['a socket of the file system', 'a TCP port'])('ClamAV at %s', (where) => {
  let scanner: ScannerPort;
  let picture: Buffer;
  beforeAll(async () => {
    picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer();
    const address = where === 'a TCP port' ? { host: '127.0.0.1', port: await freePort() } : undefined;
    scanner = await open({ signatures: daysAgo(1) }, address);
  }, 60_000);

  it('is ready', async () => {
    await expect(scanner.ready()).resolves.toBeUndefined();
  });

  it('lets a clean picture and an empty file pass', async () => {
    expect(await scan(scanner, picture)).toEqual({ kind: 'clean' });
    expect(await scan(scanner, Buffer.alloc(0))).toEqual({ kind: 'clean' });
  });

  it('finds the test virus alone, inside a picture, and across two pieces', async () => {
    const found = { kind: 'found', signature: 'Eicar-Test-Signature.UNOFFICIAL' };
    const hidden = Buffer.concat([picture, Buffer.from(eicar)]);
    expect(await scan(scanner, Buffer.from(eicar))).toEqual(found);
    expect(await scan(scanner, hidden)).toEqual(found);
    expect(await scanner.scan(stream(hidden, 7))).toEqual(found);
  });

  it('takes the largest upload, and several at a time', async () => {
    const large = Buffer.alloc(50_000_000, 'Akte ');
    const verdicts = await Promise.all([scan(scanner, large), scan(scanner, picture), scan(scanner, large)]);
    expect(verdicts).toEqual([{ kind: 'clean' }, { kind: 'clean' }, { kind: 'clean' }]);
  });

  it('passes on what is wrong with the content, and stays usable', async () => {
    async function* broken() {
      yield picture;
      throw new Error('the disk is gone');
    }
    await expect(scanner.scan(broken())).rejects.toThrow('the disk is gone');
    expect(await scan(scanner, picture)).toEqual({ kind: 'clean' });
  });
});

describe('nothing passes', () => {
  const small = Buffer.from('harmless');

  it('when the signatures are too old', async () => {
    const scanner = await open({ signatures: daysAgo(8) });
    expect(await reasonOf(scan(scanner, small))).toBe('signatures_old');
    expect(await reasonOf(scanner.ready())).toBe('signatures_old');
  }, 30_000);

  it('when no signatures with a date are there', async () => {
    const scanner = await open({ signatures: 'undated' });
    expect(await reasonOf(scan(scanner, small))).toBe('signatures_missing');
  }, 30_000);

  it('when clamd takes no files of this size', async () => {
    const scanner = await open({ signatures: daysAgo(0), streamBytes: 1_000_000 });
    const reason = await reasonOf(scan(scanner, Buffer.alloc(30_000_000)));
    expect(['scan_failed', 'scanner_unreachable']).toContain(reason);
  }, 30_000);

  it('when nobody answers, or somebody else does', async () => {
    expect(await reasonOf(scan(scannerAt({ path: join(folder, 'nowhere') }), small))).toBe(
      'scanner_unreachable',
    );
    expect(await reasonOf(scan(scannerAt({ host: '127.0.0.1', port: await freePort() }), small))).toBe(
      'scanner_unreachable',
    );
    for (const answer of ['', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'x'.repeat(10_000), 'PONG\0']) {
      const { server, port } = await answering(answer);
      const reason = await reasonOf(scan(scannerAt({ host: '127.0.0.1', port }), small));
      expect(['scanner_unreachable', 'signatures_missing']).toContain(reason);
      server.close();
    }
  });

  it('when the answer to a file is neither yes nor no', async () => {
    const dated = 'ClamAV 1.4.6/27123/Sun Nov 22 20:11:42 2099\0';
    for (const answer of ['stream: Time limit reached. ERROR\0', 'stream: \0', 'OK\0', 'UNKNOWN COMMAND\0']) {
      const { server, port } = await answering(dated, answer);
      expect(await reasonOf(scan(scannerAt({ host: '127.0.0.1', port }), small))).toBe('scan_failed');
      server.close();
    }
  });
});

describe('what ClamAV could not look into', () => {
  it.each(['Heuristics.Encrypted.PDF', 'Heuristics.Limits.Exceeded.MaxScanSize'])(
    'is told apart: %s',
    async (signature) => {
      const { server, port } = await answering(
        'ClamAV 1.4.6/27123/Sun Nov  2 20:11:42 2098\0',
        `stream: ${signature} FOUND\0`,
      );
      const verdict = await scan(scannerAt({ host: '127.0.0.1', port }), Buffer.from('x'));
      expect(verdict).toEqual({ kind: 'unscannable', signature });
      server.close();
    },
  );
});

/** A server that says this to its first, second … visitor, whatever they ask. */
async function answering(...answers: string[]): Promise<{ server: Server; port: number }> {
  let visitors = 0;
  const server = createServer((socket) => {
    const answer = answers[Math.min(visitors, answers.length - 1)] ?? '';
    visitors += 1;
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { server, port };
}
