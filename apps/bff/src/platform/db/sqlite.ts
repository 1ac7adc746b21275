import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Engine, Reader } from './access.ts';
import { checkApplied, migrationsFolder } from './migrations.ts';
import { statementsOf } from './sqlite-statements.ts';
import { createSqliteWriter } from './sqlite-writer.ts';

/** Durable before it answers (the receipt promises it): WAL with synchronous=FULL. */
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  'trusted_schema = OFF',
  // Deleted rows are overwritten: a destroyed key must not linger in free pages.
  'secure_delete = ON',
  'cache_size = -16000',
];

/**
 * SQLite: one read-only connection and one writer. Transactions queue, because a second writer would block
 * the event loop and then fail with SQLITE_BUSY, and better-sqlite3 itself refuses asynchronous ones.
 */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  // The file holds personal data: nobody but the product's user reads it.
  closeSync(openSync(file, 'a', 0o600));
  const writer = new Database(file);
  for (const pragma of pragmas) writer.pragma(pragma);
  const reader = new Database(file, { readonly: true });
  reader.pragma('query_only = ON');
  reader.pragma('busy_timeout = 5000');

  const transactions = createSqliteWriter(writer);

  return {
    read: drizzle(statementsOf(reader)) as unknown as Reader,
    run: (work) => transactions.run(work),
    async migrate() {
      migrate(drizzle({ client: writer }), { migrationsFolder: migrationsFolder('sqlite') });
      const applied = writer
        .prepare('select hash from __drizzle_migrations order by created_at')
        .pluck()
        .all();
      checkApplied('sqlite', applied as string[]);
    },
    async ping() {
      reader.prepare('select 1').get();
    },
    async close() {
      await transactions.idle();
      reader.close();
      writer.close();
    },
  };
}
