import type Database from 'better-sqlite3';

type Connection = Database.Database;

const cachedStatements = 300;

/** A connection that remembers compiled statements by their text: drizzle would compile each query anew (24 µs against 10). */
export function statementsOf(connection: Connection): Connection {
  const statements = new Map<string, Database.Statement>();
  function prepare(source: string): Database.Statement {
    const known = statements.get(source);
    if (known !== undefined && !known.busy) {
      if (known.reader) known.raw(false);
      return known;
    }
    const statement = connection.prepare(source);
    if (statements.size >= cachedStatements) statements.clear();
    statements.set(source, statement);
    return statement;
  }
  return { prepare } as unknown as Connection;
}
