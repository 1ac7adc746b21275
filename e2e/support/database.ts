import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** Where a product keeps its rows: `jena.sqlite` in its folder, or a database of its own on a PostgreSQL server. */
export type Rows = { dataDir: string; databaseUrl: string | undefined };
type Row = Record<string, unknown>;

/** Looks into the product's database, as an operator could; the product goes on running. `?` stands for a value. */
async function ask(rows: Rows, sql: string, values: readonly string[] = []): Promise<Row[]> {
  return rows.databaseUrl === undefined
    ? askSqlite(join(rows.dataDir, 'jena.sqlite'), sql, values)
    : askPostgres(rows.databaseUrl, sql, values);
}

function askSqlite(file: string, sql: string, values: readonly string[]): Row[] {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma busy_timeout = 5000');
    return database.prepare(sql).all(...values);
  } finally {
    database.close();
  }
}

async function askPostgres(url: string, sql: string, values: readonly string[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let place = 0;
    const { rows } = await client.query<Row>(
      sql.replace(/\?/g, () => `$${++place}`),
      [...values],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes an empty database on a server. @param url any database of that server. @returns the address of the new one */
export async function createDatabase(url: string): Promise<string> {
  const name = `jena_e2e_${crypto.randomUUID().replaceAll('-', '')}`;
  await askPostgres(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** Drops what `createDatabase` made. @param url any other database of that server */
export async function dropDatabase(url: string, own: string): Promise<void> {
  await askPostgres(url, `drop database ${new URL(own).pathname.slice(1)} with (force)`);
}

/** Where the database lies on the disk: with SQLite in the product's own folder, with PostgreSQL in the server's. */
export async function folderOfRows(rows: Rows): Promise<string> {
  if (rows.databaseUrl === undefined) return rows.dataDir;
  await askPostgres(rows.databaseUrl, 'checkpoint');
  const [row] = await askPostgres(rows.databaseUrl, `select current_setting('data_directory') as folder`);
  return String(row?.['folder']);
}

/** How many cases the owner of this one has submitted since a point in time. */
export async function casesOfOwner(rows: Rows, reference: string, since: Date): Promise<number> {
  const [row] = await ask(
    rows,
    `select count(*) as cases from cases_case
     where owner_id = (select owner_id from cases_case where reference = ?) and submitted_at >= ?`,
    [reference, since.toISOString()],
  );
  return Number(row?.['cases']);
}

/** Makes every session look as if nobody had used it for so long. */
export async function letSessionsRest(rows: Rows, minutes: number): Promise<void> {
  const seenAt = new Date(Date.now() - minutes * 60_000).toISOString();
  await ask(rows, 'update identity_session set seen_at = ?', [seenAt]);
}

/** Ends every citizen's session, as time does. */
export async function endSessions(rows: Rows): Promise<void> {
  await ask(rows, 'delete from identity_session where account_id is not null');
}

/** How many uploads the vault knows, in whatever state. */
export async function uploadedDocuments(rows: Rows): Promise<number> {
  const [row] = await ask(
    rows,
    'select count(*) as documents from vault_document where upload_bytes is not null',
  );
  return Number(row?.['documents']);
}

/** Lets the time pass in which a document that was thrown away can be taken back. */
export async function endTimeToTakeBack(rows: Rows): Promise<void> {
  const now = new Date().toISOString();
  await ask(rows, "update platform_job set run_at = ? where kind = 'vault.purge' and state = 'waiting'", [
    now,
  ]);
}

/** How many people were told that one of their documents ends. */
export async function toldOfDocuments(rows: Rows): Promise<number> {
  const [row] = await ask(
    rows,
    "select count(*) as told from notifications_message where type = 'document_expires'",
  );
  return Number(row?.['told']);
}
