import { execFile } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDeps, type Deps } from '../deps.ts';
import { parseConfig } from '../platform/config.ts';
import { KeyGone } from '../platform/crypto/keys.ts';
import { addRootKey } from '../platform/crypto/root-keys.ts';
import { decryptStream, encryptStream } from '../platform/crypto/stream.ts';
import { createLog } from '../platform/log.ts';
import { collectBytes } from '../platform/testing/bytes.ts';

const run = promisify(execFile);
const log = createLog('silent');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jena-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const dirOf = (name: string) => join(folder, name);
const start = (name: string) =>
  createDeps(parseConfig({ DATA_DIR: dirOf(name), ROOT_KEY_FILE: dirOf('root.key'), NODE_ENV: 'test' }), {
    log,
  });

async function command(name: string, dataDir: string, ...args: string[]) {
  const file = join(import.meta.dirname, `${name}.ts`);
  const env = {
    ...process.env,
    DATA_DIR: dirOf(dataDir),
    DATABASE_URL: '',
    ROOT_KEY_FILE: dirOf('root.key'),
  };
  return run(process.execPath, [file, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
  );
}

const document = newId<'document'>();

async function fill({ store, keys, files }: Deps) {
  const key = await store.transaction((tx) => keys.create(tx, 'erika'));
  const plain = [Buffer.from('Wohnungsgeberbestätigung')];
  await files.put(document, encryptStream(key, 'vault.file', plain));
}

async function read({ store, keys, files }: Deps) {
  const key = await keys.of(store.read, 'erika');
  return (await collectBytes(decryptStream(key, 'vault.file', await files.get(document)))).toString();
}

it('a backup taken while the product runs brings everything back elsewhere', async () => {
  const running = await start('a');
  await fill(running);
  const saved = await command('backup', 'a', dirOf('backups'));
  expect(saved.code).toBe(0);
  // What comes after the backup is not in it.
  await running.store.transaction((tx) => running.keys.create(tx, 'later'));
  await running.close();
  const [name = ''] = readdirSync(dirOf('backups'));
  const restored = await command('restore', 'b', join(dirOf('backups'), name));
  expect(restored.code, restored.text).toBe(0);
  const again = await start('b');
  expect(await read(again)).toBe('Wohnungsgeberbestätigung');
  await expect(again.keys.of(again.store.read, 'later')).rejects.toThrow();
  await again.close();
});

it('a backup holds no root key and nothing readable', async () => {
  const running = await start('a');
  await fill(running);
  await running.close();
  await command('backup', 'a', dirOf('backups'));
  const text = (
    await run('grep', ['-rlaE', 'Wohnungsgeber|root-1:', dirOf('backups')]).catch(() => ({ stdout: '' }))
  ).stdout;
  expect(text).toBe('');
});

it('a restore refuses to overwrite data, and with --force moves it aside', async () => {
  const running = await start('a');
  await fill(running);
  await running.close();
  await command('backup', 'a', dirOf('backups'));
  const from = join(dirOf('backups'), readdirSync(dirOf('backups'))[0] ?? '');
  const refused = await command('restore', 'a', from);
  expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('--force')]);
  const forced = await command('restore', 'a', from, '--force');
  expect(forced.code, forced.text).toBe(0);
  const aside = readdirSync(dirOf('a')).filter((name) => name.startsWith('before-restore-'));
  expect(existsSync(join(dirOf('a'), aside[0] ?? '', 'jena.sqlite'))).toBe(true);
  const again = await start('a');
  expect(await read(again)).toBe('Wohnungsgeberbestätigung');
  await again.close();
});

it('a damaged or incomplete backup is refused', async () => {
  const running = await start('a');
  await fill(running);
  await running.close();
  await command('backup', 'a', dirOf('backups'));
  const from = join(dirOf('backups'), readdirSync(dirOf('backups'))[0] ?? '');
  appendFileSync(join(from, 'jena.sqlite'), 'x');
  expect((await command('restore', 'b', from)).code).toBe(1);
  expect((await command('restore', 'b', dirOf('nowhere'))).text).toContain('no backup');
  expect(existsSync(join(dirOf('b'), 'jena.sqlite'))).toBe(false);
});

it('who was erased after a backup stays erased when it comes back', async () => {
  const running = await start('a');
  await fill(running);
  await running.store.transaction((tx) => running.keys.create(tx, 'max'));
  await command('backup', 'a', dirOf('backups'));
  await running.store.transaction((tx) => running.keys.destroy(tx, 'erika'));
  await running.jobs.drain();
  await running.close();
  const from = join(dirOf('backups'), readdirSync(dirOf('backups'))[0] ?? '');
  const restored = await command('restore', 'a', from, '--force');
  expect(restored.code, restored.text).toBe(0);
  const again = await start('a');
  await expect(read(again)).rejects.toBeInstanceOf(KeyGone);
  await expect(again.keys.of(again.store.read, 'max')).resolves.toBeDefined();
  await again.close();
});

it('a crash before the list of erasures was written loses none of them', async () => {
  const running = await start('a');
  await fill(running);
  await command('backup', 'a', dirOf('backups'));
  await running.store.transaction((tx) => running.keys.destroy(tx, 'erika'));
  // No job ran: the next start writes it down.
  await running.close();
  await (await start('a')).close();
  const from = join(dirOf('backups'), readdirSync(dirOf('backups'))[0] ?? '');
  await command('restore', 'a', from, '--force');
  const again = await start('a');
  await expect(read(again)).rejects.toBeInstanceOf(KeyGone);
  await again.close();
});

it('a backup says what must be kept elsewhere', async () => {
  await (await start('a')).close();
  const { text } = await command('backup', 'a', dirOf('backups'));
  for (const name of ['root.key', 'erased.txt', 'vapid.json']) expect(text).toContain(name);
});

it('the root key is replaced while the product runs; the old one goes later, and old backups with it', async () => {
  const running = await start('a');
  await fill(running);
  await command('backup', 'a', dirOf('backups'));
  const rotated = await command('keys', 'a', 'rotate');
  expect(rotated.text, rotated.text).toContain('root-2 is the new root key');
  // The running product follows, for people it knows and for new ones.
  expect(await read(running)).toBe('Wohnungsgeberbestätigung');
  await running.store.transaction((tx) => running.keys.create(tx, 'new'));
  expect(await running.keys.notCurrent(running.store.read)).toBe(0);

  const tooEarly = await command('keys', 'a', 'retire');
  expect([tooEarly.code, tooEarly.text]).toEqual([1, expect.stringContaining('less than an hour')]);
  utimesSync(dirOf('root.key'), new Date('2026-01-01'), new Date('2026-01-01'));
  const retired = await command('keys', 'a', 'retire');
  expect(retired.text).toContain('Gone: root-1');
  await running.close();
  const again = await start('a');
  expect(await read(again)).toBe('Wohnungsgeberbestätigung');
  await again.close();

  await command('restore', 'b', join(dirOf('backups'), readdirSync(dirOf('backups'))[0] ?? ''));
  await expect(start('b')).rejects.toThrow('the root key root-1 is missing');
});

it('an interrupted rotation goes on, and adds no further key', async () => {
  const running = await start('a');
  await fill(running);
  await running.close();
  // It died after the new key was written and before anything was wrapped anew.
  addRootKey(dirOf('root.key'));
  expect((await command('keys', 'a', 'retire')).text).toContain('still need an older root key');
  const again = await command('keys', 'a', 'rotate');
  expect(again.text).toContain('was interrupted');
  expect(readFileSync(dirOf('root.key'), 'utf8').match(/^root-\d/gm)).toEqual(['root-2', 'root-1']);
  const after = await start('a');
  expect(await read(after)).toBe('Wohnungsgeberbestätigung');
  await after.close();
});

it('migrating makes the tables and can be repeated', async () => {
  expect((await command('migrate', 'a')).text).toContain('up to date');
  expect((await command('migrate', 'a')).code).toBe(0);
});
