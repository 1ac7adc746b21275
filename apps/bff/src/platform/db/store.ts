import { AsyncLocalStorage } from 'node:async_hooks';
import type { Engine, Reader, TransactionOptions, Writer } from './access.ts';
import type { Dialect } from './kit.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { type AppTables, tablesFor } from './tables.ts';

export type { Reader, Writer } from './access.ts';

type CommitListener = (commit: { changesPublicData: boolean }) => void;

/** The product's one door to its data. */
export type Store = {
  dialect: Dialect;
  tables: AppTables;
  /** Reads see what is committed. Inside a transaction read through its `tx`. */
  read: Reader;
  /**
   * Runs the work in ONE transaction and commits when it returns; rolls back when it throws.
   * No network, hashing or file work inside: others wait. Not nestable.
   */
  transaction<T>(work: (tx: Writer) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Calls back after every commit; returns how to stop. */
  onCommit(listener: CommitListener): () => void;
  migrate(): Promise<void>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  /** Waits for running transactions, then closes. */
  close(): Promise<void>;
};

/** Wraps a driver's engine with what is the same for all: tables, nesting guard, commit listeners. */
export function createStore(dialect: Dialect, engine: Engine): Store {
  const listeners = new Set<CommitListener>();
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    dialect,
    tables: tablesFor(dialect),
    read: engine.read,
    async transaction(work, options = {}) {
      if (current.getStore()?.open)
        throw new Error('a transaction inside a transaction would wait for itself');
      const mark = { open: true };
      const result = await current.run(mark, () =>
        engine.run(work).finally(() => {
          mark.open = false;
        }),
      );
      for (const listener of listeners) listener({ changesPublicData: options.changesPublicData ?? true });
      return result;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    migrate: () => engine.migrate(),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

/** Opens PostgreSQL when a URL is given, else the SQLite file. */
export function openStore(settings: { databaseUrl?: string | undefined; sqliteFile: string }): Store {
  return settings.databaseUrl
    ? createStore('postgres', openPostgres(settings.databaseUrl))
    : createStore('sqlite', openSqlite(settings.sqliteFile));
}
