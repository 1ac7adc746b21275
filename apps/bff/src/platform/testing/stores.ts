import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll, afterEach, describe } from 'vitest';
import { type Engine, type Reader, TransactionOver, type Writer } from '../db/access.ts';
import type { Dialect } from '../db/kit.ts';
import { migrationsFolder } from '../db/migrations.ts';
import { openPostgres } from '../db/postgres.ts';
import { openSqlite } from '../db/sqlite.ts';
import { createStore, type Store } from '../db/store.ts';

/** PostgreSQL in this process, for tests: one connection, so a read beside an open transaction waits for it. */
export async function openPglite(): Promise<Engine> {
  const client = await PGlite.create();
  return {
    read: drizzle({ client }) as unknown as Reader,
    run: (work) =>
      client.transaction(async (transaction) => {
        let over = false;
        const guarded = {
          query(...parameters: Parameters<typeof transaction.query>) {
            if (over) throw new TransactionOver();
            return transaction.query(...parameters);
          },
        };
        try {
          return await work(drizzle({ client: guarded as unknown as PGlite }) as unknown as Writer);
        } finally {
          over = true;
        }
      }),
    migrate: () => migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('postgres') }),
    async ping() {
      await client.query('select 1');
    },
    close: () => client.close(),
  };
}

/** A migrated SQLite store in a fresh folder; closing it deletes the folder. */
export async function openTestSqlite(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'jena-store-'));
  const store = createStore('sqlite', openSqlite(join(folder, 'test.sqlite')));
  await store.migrate();
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starting a PostgreSQL is slow, emptying it is quick: one a file, empty for each test. */
function sharedPostgres(start: () => Promise<Engine>) {
  let engine: Promise<Engine> | undefined;
  return {
    async open(): Promise<Store> {
      engine ??= start().then(async (started) => {
        await started.migrate();
        return started;
      });
      const store = createStore('postgres', await engine);
      await emptyTables(store);
      return { ...store, close: async () => undefined };
    },
    async close() {
      await (await engine)?.close();
      engine = undefined;
    },
  };
}

/** Truncating would write new files for every table and index; most are empty, and deleting nothing costs nothing. */
const emptying = sql`do $$
declare name text;
begin
  set local session_replication_role = replica;
  for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public' loop
    execute 'delete from ' || name;
  end loop;
  for name in select format('%I.%I', schemaname, sequencename) from pg_sequences
              where schemaname = 'public' and last_value is not null loop
    execute 'alter sequence ' || name || ' restart';
  end loop;
end $$`;

async function emptyTables(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    // `execute` is no part of Writer on purpose; tests may.
    const raw = tx as unknown as { execute(statement: unknown): Promise<unknown> };
    await raw.execute(emptying);
  });
}

type Variant = { name: string; dialect: Dialect; open: () => Promise<Store>; close: () => Promise<void> };

/** One PostgreSQL is enough: the server where there is one, as it is the real one and starts in a tenth of the time. */
function variants(): Variant[] {
  const url = process.env.TEST_DATABASE_URL;
  const postgres = url
    ? { name: 'postgres', ...sharedPostgres(() => openServer(url)) }
    : { name: 'postgres in process', ...sharedPostgres(openPglite) };
  return [
    { name: 'sqlite', dialect: 'sqlite', open: openTestSqlite, close: async () => undefined },
    { ...postgres, dialect: 'postgres' },
  ];
}

/** A database of its own on the server named by TEST_DATABASE_URL, dropped at the end. */
async function openServer(url: string): Promise<Engine> {
  const { Client } = (await import('pg')).default;
  const name = `jena_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const engine = openPostgres(own.href, { connections: 5 });
  return {
    ...engine,
    async close() {
      await engine.close();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

/**
 * Runs the same tests on SQLite and on PostgreSQL: the server of TEST_DATABASE_URL, or else PGlite in this process.
 * `open` gives an empty, migrated store; every store is closed after its test.
 */
export function describeOnBothDialects(
  name: string,
  tests: (open: () => Promise<Store>, dialect: Dialect) => void,
): void {
  for (const variant of variants()) {
    describe(`${name} (${variant.name})`, () => {
      const opened: Store[] = [];
      afterEach(async () => {
        for (const store of opened.splice(0)) await store.close();
      });
      afterAll(() => variant.close());
      tests(async () => {
        const store = await variant.open();
        opened.push(store);
        return store;
      }, variant.dialect);
    });
  }
}
