import type { Day, Instant } from '@jena/shared/kernel';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

export type Dialect = 'sqlite' | 'postgres';

const bytea = pg.customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});

const postgresKit = {
  dialect: 'postgres' as Dialect,
  table: pg.pgTable,
  /** The table's primary key: an opaque id. */
  id: <B extends string>(column: string) => pg.text(column).$type<B>().primaryKey(),
  /** A primary key that the database counts up; gaps are possible. */
  sequence: (column: string) => pg.bigserial(column, { mode: 'number' }).primaryKey(),
  /** A text; name the type to brand it (`k.text<AccountId>('account_id')`), e.g. for another domain's id. */
  text: <T extends string = string>(column: string) => pg.text(column).$type<T>(),
  /** One of a closed list of codes. */
  choice: <const V extends readonly [string, ...string[]]>(column: string, values: V) =>
    pg.text(column, { enum: values as unknown as [string, ...string[]] }).$type<V[number]>(),
  /** A whole number up to 2^53; money is integer cents. */
  int: (column: string) => pg.bigint(column, { mode: 'number' }),
  bool: (column: string) => pg.boolean(column),
  /** A point in time as ISO text in UTC, so that both dialects store and order the same. */
  instant: (column: string) => pg.text(column).$type<Instant>(),
  day: (column: string) => pg.text(column).$type<Day>(),
  json: <T>(column: string) => pg.jsonb(column).$type<T>(),
  bytes: (column: string) => bytea(column),
  /** A reference to another table of the same domain; the database enforces it. */
  ref: <B extends string>(column: string, target: () => pg.AnyPgColumn) =>
    pg.text(column).$type<B>().references(target),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
};

/**
 * One table definition for both dialects. A domain writes `export const caseTables = (k: Kit) => ({ … })`;
 * the SQLite twin has the PostgreSQL twin's type, so that code compiles once and runs on both.
 * Columns are nullable unless `.notNull()` says otherwise.
 */
export type Kit = typeof postgresKit;

const sqliteColumns = {
  dialect: 'sqlite' as Dialect,
  table: lite.sqliteTable,
  id: (column: string) => lite.text(column).primaryKey(),
  sequence: (column: string) => lite.integer(column).primaryKey({ autoIncrement: true }),
  text: (column: string) => lite.text(column),
  choice: (column: string, values: readonly [string, ...string[]]) =>
    lite.text(column, { enum: values as [string, ...string[]] }),
  int: (column: string) => lite.integer(column),
  bool: (column: string) => lite.integer(column, { mode: 'boolean' }),
  instant: (column: string) => lite.text(column),
  day: (column: string) => lite.text(column),
  json: (column: string) => lite.text(column, { mode: 'json' }),
  bytes: (column: string) => lite.blob(column, { mode: 'buffer' }),
  ref: (column: string, target: () => lite.AnySQLiteColumn) => lite.text(column).references(target),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  check: lite.check,
} satisfies Record<keyof Kit, unknown>;

const sqliteKit = sqliteColumns as unknown as Kit;

/** The kit of a dialect. */
export function kitFor(dialect: Dialect): Kit {
  return dialect === 'sqlite' ? sqliteKit : postgresKit;
}
