import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Reader, Writer } from './access.ts';

type Values = Record<string, unknown>;
type Statement<Row> = { execute(values?: Values): Promise<Row[]> };
type Query<Row> = { prepare(name: string): Statement<Row> };

// Without a name, so that poolers between us and PostgreSQL need not know it.
const compile = <Row>(query: Query<Row>): Statement<Row> => query.prepare('');

/**
 * A statement that is run all the time: drizzle builds it once for a connection and then only runs it, in a tenth of
 * the time. Values that change stand in it as `sql.placeholder(name)`. SQLite has one connection for all
 * transactions; on PostgreSQL each transaction has its own, and there it is built anew.
 * @returns rows for a connection and the values
 */
export function prepared<Row, Db extends Reader = Reader>(
  build: (db: Db) => Query<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const known = new WeakMap<Db, Statement<Row>>();
  return async (db, values) => remembered(known, db, () => compile(build(db))).execute(values);
}

/** What a map holds for a key, made when it is asked for the first time. */
function remembered<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

type InsertOptions<Table extends PgTable> = {
  /** Leaves a row alone that is there already, instead of failing. */
  orKeep?: boolean;
  /** The columns to give back; without it nothing comes back. */
  returning?: readonly (keyof Table['$inferSelect'] & string)[];
};

const inserts = new WeakMap<Writer, WeakMap<PgTable, Map<string, Statement<unknown>>>>();

function buildInsert(tx: Writer, table: PgTable, names: string[], options: InsertOptions<PgTable>) {
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const insert = tx.insert(table).values(values as PgTable['$inferInsert']);
  const careful = options.orKeep === true ? insert.onConflictDoNothing() : insert;
  if (options.returning === undefined) return compile(careful as unknown as Query<unknown>);
  const columns = table as unknown as Record<string, never>;
  const wanted = Object.fromEntries(options.returning.map((name) => [name, columns[name] as never]));
  return compile(careful.returning(wanted) as unknown as Query<unknown>);
}

/**
 * Inserts a row of a table that is written all the time; the statement is built once, as above.
 * @returns the columns asked for: no row when `orKeep` found one in its place
 */
export async function insertRow<Table extends PgTable>(
  tx: Writer,
  table: Table,
  row: Table['$inferInsert'],
  options: InsertOptions<Table> = {},
): Promise<Partial<Table['$inferSelect']>[]> {
  const given = row as Values;
  // An encoder would turn null into a value of its own; a column that is left out is null.
  const names = Object.keys(given).filter((name) => given[name] !== null && given[name] !== undefined);
  const signature = `${names.join()}|${options.orKeep}|${options.returning?.join()}`;
  const ofTable = remembered(
    remembered(inserts, tx, () => new WeakMap()),
    table,
    () => new Map(),
  );
  const statement = remembered(ofTable, signature, () =>
    buildInsert(tx, table, names, options as InsertOptions<PgTable>),
  );
  return (await statement.execute(given)) as Partial<Table['$inferSelect']>[];
}
