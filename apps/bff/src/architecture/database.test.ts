import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PgTable, getTableConfig as pgConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as liteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { emptySnapshot, migrationBetween, type Snapshot, snapshotOf } from '../../build/snapshot.ts';
import { kitFor } from '../platform/db/kit.ts';
import { migrationsFolder } from '../platform/db/migrations.ts';
import { allTables, tablesFor } from '../platform/db/tables.ts';
import { describeOnBothDialects } from '../platform/testing/stores.ts';

const postgres = Object.values(tablesFor('postgres')) as unknown as PgTable[];
const sqlite = Object.values(tablesFor('sqlite')) as unknown as SQLiteTable[];

function lastSnapshot(dialect: 'sqlite' | 'postgres'): Snapshot {
  const meta = join(migrationsFolder(dialect), 'meta');
  const last =
    readdirSync(meta)
      .filter((name) => name.endsWith('_snapshot.json'))
      .sort()
      .at(-1) ?? '';
  return JSON.parse(readFileSync(join(meta, last), 'utf8')) as Snapshot;
}

describe.each(['sqlite', 'postgres'] as const)('migrations for %s', (dialect) => {
  it('bring exactly the tables that the code defines (else: npm run migrations -w @jena/bff)', async () => {
    const now = await snapshotOf(dialect, allTables(kitFor(dialect)));
    expect(await migrationBetween(dialect, lastSnapshot(dialect), now)).toEqual([]);
  });

  it('would be missed if a table were forgotten', async () => {
    const { platformJobs: _forgotten, ...rest } = allTables(kitFor(dialect));
    const now = await snapshotOf(dialect, rest);
    expect((await migrationBetween(dialect, now, lastSnapshot(dialect))).join()).toContain('platform_job');
    expect((await migrationBetween(dialect, await emptySnapshot(dialect), now)).length).toBeGreaterThan(0);
  });
});

describeOnBothDialects('the migrated database', (open) => {
  it('answers a read of every table', async () => {
    const store = await open();
    for (const table of Object.values(store.tables)) {
      expect(await store.read.select().from(table).limit(1)).toEqual([]);
    }
  });

  it('can be migrated again without harm', async () => {
    const store = await open();
    await store.migrate();
  });
});

describe('both dialects', () => {
  it('have the same tables, columns, keys and indexes', () => {
    const describeColumn = (column: {
      name: string;
      notNull: boolean;
      primary: boolean;
      hasDefault: boolean;
    }) =>
      `${column.name}${column.notNull ? ' not null' : ''}${column.hasDefault && !column.primary ? ' default' : ''}`;
    const picture = (config: ReturnType<typeof pgConfig> | ReturnType<typeof liteConfig>) => ({
      name: config.name,
      columns: config.columns.map(describeColumn),
      indexes: config.indexes
        .map((index) => `${index.config.name} ${index.config.unique ? 'unique' : ''}`)
        .sort(),
      foreignKeys: config.foreignKeys.length,
      checks: config.checks.map((check) => check.name),
      primaryKeys: config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
    });
    expect(sqlite.map((table) => picture(liteConfig(table)))).toEqual(
      postgres.map((table) => picture(pgConfig(table))),
    );
  });

  it('name every table after its domain', () => {
    const domains =
      /^(platform|services|guides|forms|cases|automation|handover|appointments|identity|account|mandates|vault|payments|notifications|assistant|indicators|kita|participation|construction|intranet|opendata)_[a-z_]+$/;
    expect(sqlite.map((table) => liteConfig(table).name).filter((name) => !domains.test(name))).toEqual([]);
  });
});
