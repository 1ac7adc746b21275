import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Typed as PostgreSQL with an opaque driver result, so that dialect-only calls and results do not compile. */
export type PgDb = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What a read may do. */
export type Reader = Pick<PgDb, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;

/** What a transaction may do. Never keep one beyond its transaction: it fails loudly. */
export type Writer = Reader & Pick<PgDb, 'insert' | 'update' | 'delete'>;

export type TransactionOptions = {
  /** False for writes that no public page can show (sessions, audit): the memo of public answers stays warm. */
  changesPublicData?: boolean;
};

/** A driver's half of a store: everything that differs between SQLite and PostgreSQL connections. */
export type Engine = {
  read: Reader;
  /** Runs the work in one transaction; rolls back when it throws. `isOver` ends the Writer's life. */
  run<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  migrate(): Promise<void>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Thrown when a query runs on a transaction that is already over: a forgotten `await`, or a kept `tx`. */
export class TransactionOver extends Error {
  constructor() {
    super('this transaction is over: await every query inside it and never keep its writer');
    this.name = 'TransactionOver';
  }
}
