import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDeps, type Deps } from '../deps.ts';
import { parseConfig } from '../platform/config.ts';
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
  const env = { ...process.env, DATA_DIR: dirOf(dataDir), DATABASE_URL: '' };
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

it('migrating makes the tables and can be repeated', async () => {
  expect((await command('migrate', 'a')).text).toContain('up to date');
  expect((await command('migrate', 'a')).code).toBe(0);
});
