import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** SHA-256 of the database, hex. */
  database: z.string(),
  files: z.number().int(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

type Places = Pick<Config, 'databaseUrl' | 'sqliteFile' | 'filesDir' | 'dataDir'>;

/** A backup or a restore that cannot be done as asked; the message says what to do. */
export class BackupRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'BackupRefused';
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function countFiles(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part')).length;
}

async function copyFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  if (!existsSync(from)) return;
  // A file may be deleted while we copy; then it is gone for a reason.
  await cp(from, to, {
    recursive: true,
    filter: (source) => !source.endsWith('.part') && existsSync(source),
  });
}

function checkDatabase(file: string): void {
  const database = new Database(file, { readonly: true });
  try {
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new BackupRefused('the copied database is damaged');
    }
  } finally {
    database.close();
  }
}

/**
 * Copies database and files into a new folder below `target`, while the product runs. The database comes first:
 * files are written before the rows that name them, so every row of the copy finds its file.
 * Root keys are left out on purpose: whoever finds a backup alone can read nobody's data.
 * @returns the folder of the backup
 */
export async function backUp(places: Places, target: string, clock: Clock): Promise<string> {
  if (places.databaseUrl !== undefined) {
    throw new BackupRefused(
      'PostgreSQL is backed up by its own tools (pg_dump or WAL archiving); copy DATA_DIR/files as well',
    );
  }
  if (!existsSync(places.sqliteFile)) throw new BackupRefused(`there is no database at ${places.sqliteFile}`);
  const madeAt = clock.now().toISOString();
  const folder = join(target, `jena-${madeAt.replace(/[:.]/g, '-')}`);
  const part = `${folder}.part`;
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    const copy = join(part, 'jena.sqlite');
    const source = new Database(places.sqliteFile, { readonly: true });
    await source.backup(copy).finally(() => source.close());
    checkDatabase(copy);
    await copyFiles(places.filesDir, join(part, 'files'));
    const manifest: BackupManifest = {
      format: 1,
      madeAt,
      database: await sha256(copy),
      files: await countFiles(join(part, 'files')),
    };
    await writeFile(join(part, 'backup.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rename(part, folder);
    return folder;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** Reads a backup's manifest and proves that the backup is whole. @throws BackupRefused */
export async function verifyBackup(from: string): Promise<BackupManifest> {
  const text = await readFile(join(from, 'backup.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupRefused(`${basename(from)} is no backup: it has no backup.json`);
  const manifest = manifestSchema.parse(JSON.parse(text));
  const database = join(from, 'jena.sqlite');
  if (!existsSync(database) || (await sha256(database)) !== manifest.database) {
    throw new BackupRefused('the database in this backup is not the one that was saved');
  }
  if ((await countFiles(join(from, 'files'))) !== manifest.files)
    throw new BackupRefused('files are missing in this backup');
  return manifest;
}

/**
 * Brings a backup back. Stop the product first. What stood there before is moved aside, never deleted.
 * @throws BackupRefused when the data directory is in use and `force` is not given
 */
export async function restore(
  places: Places,
  from: string,
  { force, clock }: { force: boolean; clock: Clock },
): Promise<BackupManifest> {
  if (places.databaseUrl !== undefined)
    throw new BackupRefused('this backup is for SQLite: unset DATABASE_URL');
  const manifest = await verifyBackup(from);
  const inUse = [
    places.sqliteFile,
    `${places.sqliteFile}-wal`,
    `${places.sqliteFile}-shm`,
    places.filesDir,
  ].filter((path) => existsSync(path));
  const isEmpty = !existsSync(places.sqliteFile) && (await countFiles(places.filesDir)) === 0;
  if (!isEmpty && !force) {
    throw new BackupRefused(`${places.dataDir} already holds data: say --force to move it aside and restore`);
  }
  await mkdir(places.dataDir, { recursive: true, mode: 0o700 });
  if (inUse.length > 0) {
    const aside = join(places.dataDir, `before-restore-${clock.now().toISOString().replace(/[:.]/g, '-')}`);
    await mkdir(aside, { mode: 0o700 });
    for (const path of inUse) await rename(path, join(aside, basename(path)));
  }
  await cp(join(from, 'jena.sqlite'), places.sqliteFile);
  await copyFiles(join(from, 'files'), places.filesDir);
  checkDatabase(places.sqliteFile);
  return manifest;
}
