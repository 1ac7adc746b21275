import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { type Engine, type Reader, TransactionOver, type Writer } from './access.ts';
import { checkApplied, migrationsFolder } from './migrations.ts';

type Connection = Database.Database;

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

const cachedStatements = 300;

/** Compiled statements by their text: drizzle would compile each query anew (24 µs against 10). */
function statementCache(connection: Connection) {
  const statements = new Map<string, Database.Statement>();
  return (source: string): Database.Statement => {
    const known = statements.get(source);
    if (known !== undefined && !known.busy) {
      if (known.reader) known.raw(false);
      return known;
    }
    const statement = connection.prepare(source);
    if (statements.size >= cachedStatements) statements.clear();
    statements.set(source, statement);
    return statement;
  };
}

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

  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) =>
    writer.prepare(sql),
  ) as [Database.Statement, Database.Statement, Database.Statement];
  const prepareWrite = statementCache(writer);
  let queue: Promise<unknown> = Promise.resolve();

  async function runNow<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    let over = false;
    const guarded = {
      prepare(source: string) {
        if (over) throw new TransactionOver();
        return prepareWrite(source);
      },
    };
    begin.run();
    try {
      const result = await work(drizzle(guarded as unknown as Connection) as unknown as Writer);
      over = true;
      commit.run();
      return result;
    } catch (error) {
      over = true;
      if (writer.inTransaction) rollback.run();
      throw error;
    }
  }

  return {
    read: drizzle({ client: reader }) as unknown as Reader,
    run(work) {
      const result = queue.then(() => runNow(work));
      queue = result.catch(() => undefined);
      return result;
    },
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
      await queue;
      reader.close();
      writer.close();
    },
  };
}
