import type { Reader } from './access.ts';

type Values = Record<string, unknown>;
type Query<Row> = { prepare(name: string): { execute(values?: Values): Promise<Row[]> } };

/**
 * A read that is asked all the time: drizzle builds it once for a connection and then only runs it, in a tenth of the
 * time. Values that change stand in it as `sql.placeholder(name)`. Inside a transaction, whose connection is its own,
 * it is built anew.
 * @returns rows for a connection and the values
 */
export function prepared<Row>(
  build: (db: Reader) => Query<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  const known = new WeakMap<Reader, ReturnType<Query<Row>['prepare']>>();
  return async (db, values) => {
    let statement = known.get(db);
    if (statement === undefined) {
      // Without a name, so that poolers between us and PostgreSQL need not know it.
      statement = build(db).prepare('');
      known.set(db, statement);
    }
    return statement.execute(values);
  };
}
