import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, kitFor } from '../src/platform/db/kit.ts';
import { migrationsFolder } from '../src/platform/db/migrations.ts';
import { allTables } from '../src/platform/db/tables.ts';
import { emptySnapshot, migrationBetween, type Snapshot, snapshotOf } from './snapshot.ts';

type Journal = {
  version: '7';
  dialect: 'sqlite' | 'postgresql';
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: true }[];
};

const journalDialect = { sqlite: 'sqlite', postgres: 'postgresql' } as const;

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/**
 * Writes a dialect's migration from the tables as they stand now.
 * Without a name the one initial migration is written anew (before the first release);
 * with a name the difference to the last snapshot becomes a further migration.
 */
async function write(dialect: Dialect, name: string | undefined): Promise<string> {
  const folder = migrationsFolder(dialect);
  const meta = join(folder, 'meta');
  mkdirSync(meta, { recursive: true });
  const journalFile = join(meta, '_journal.json');
  let journal: Journal = { version: '7', dialect: journalDialect[dialect], entries: [] };
  let previous: Snapshot = await emptySnapshot(dialect);
  if (name !== undefined) {
    journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal;
    const last = readdirSync(meta)
      .filter((file) => file.endsWith('_snapshot.json'))
      .sort()
      .at(-1);
    if (last === undefined) throw new Error('no snapshot to start from: run without a name first');
    previous = JSON.parse(readFileSync(join(meta, last), 'utf8')) as Snapshot;
  }
  const index = journal.entries.length;
  const tag = `${String(index).padStart(4, '0')}_${name ?? 'initial'}`;
  const snapshot = await snapshotOf(dialect, allTables(kitFor(dialect)), previous.id);
  const statements = await migrationBetween(dialect, previous, snapshot);
  if (name !== undefined && statements.length === 0) return `${dialect}: nothing changed`;
  if (name === undefined) {
    for (const file of readdirSync(folder))
      if (file.endsWith('.sql') && file !== `${tag}.sql`) rmSync(join(folder, file));
  }
  journal.entries.push({
    idx: index,
    version: String(snapshot.version),
    // A fixed time for the initial migration keeps the file the same whoever writes it.
    when: name === undefined ? Date.UTC(2026, 10, 23) : Date.now(),
    tag,
    breakpoints: true,
  });
  writeWhole(join(folder, `${tag}.sql`), `${statements.join('\n--> statement-breakpoint\n')}\n`);
  writeWhole(
    join(meta, `${String(index).padStart(4, '0')}_snapshot.json`),
    `${JSON.stringify(snapshot, null, 1)}\n`,
  );
  writeWhole(journalFile, `${JSON.stringify(journal, null, 2)}\n`);
  return `${dialect}: ${tag}, ${statements.length} statements`;
}

const name = process.argv[2];
if (name !== undefined && !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('name a migration in snake_case');
for (const dialect of ['sqlite', 'postgres'] as const) console.log(await write(dialect, name));
