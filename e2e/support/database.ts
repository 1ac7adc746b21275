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

/** How many cases the owner of this one has submitted since a point in time. */
export function casesOfOwner(dataDir: string, reference: string, since: Date): number {
  return ask(dataDir, (database) => {
    const row = database
      .prepare(
        `select count(*) as cases from cases_case
         where owner_id = (select owner_id from cases_case where reference = ?) and submitted_at >= ?`,
      )
      .get(reference, since.toISOString());
    return Number(row?.['cases']);
  });
}

/** Makes every session look as if nobody had used it for so long. */
export function letSessionsRest(dataDir: string, minutes: number): void {
  ask(dataDir, (database) => {
    const seenAt = new Date(Date.now() - minutes * 60_000).toISOString();
    database.prepare('update identity_session set seen_at = ?').run(seenAt);
  });
}

/** Ends every citizen's session, as time does. */
export function endSessions(dataDir: string): void {
  ask(dataDir, (database) => database.exec('delete from identity_session where account_id is not null'));
}

/** How many uploads the vault knows, in whatever state. */
export function uploadedDocuments(dataDir: string): number {
  return ask(dataDir, (database) => {
    const uploads = 'select count(*) as documents from vault_document where upload_bytes is not null';
    return Number(database.prepare(uploads).get()?.['documents']);
  });
}

/** Lets the time pass in which a document that was thrown away can be taken back. */
export function endTimeToTakeBack(dataDir: string): void {
  ask(dataDir, (database) => {
    const now = new Date().toISOString();
    database
      .prepare("update platform_job set run_at = ? where kind = 'vault.purge' and state = 'waiting'")
      .run(now);
  });
}
