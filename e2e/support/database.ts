import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Looks into the product's database, as an operator could; the product goes on running. */
function ask<T>(dataDir: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(dataDir, 'jena.sqlite'));
  try {
    database.exec('pragma busy_timeout = 5000');
    return work(database);
  } finally {
    database.close();
  }
}

/** How many cases there are of the account that owns this one. */
export function casesOfOwner(dataDir: string, reference: string): number {
  return ask(dataDir, (database) => {
    const row = database
      .prepare(
        'select count(*) as cases from cases_case where owner_id = (select owner_id from cases_case where reference = ?)',
      )
      .get(reference);
    return Number(row?.['cases']);
  });
}

/** All cases of the product. */
export function allCases(dataDir: string): number {
  return ask(dataDir, (database) =>
    Number(database.prepare('select count(*) as cases from cases_case').get()?.['cases']),
  );
}

/** Ends every citizen's session, as time does. */
export function endSessions(dataDir: string): void {
  ask(dataDir, (database) => database.exec('delete from identity_session where account_id is not null'));
}
