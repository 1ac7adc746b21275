// The yardstick, a process of its own: node:http and prepared statements, nothing else, on a copy of the product's database.
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';

type Row = Record<string, unknown>;
export type BareOrder = {
  file: string;
  /** What public questions are answered with, from a table. */
  publicBody: string;
};

const [order] = process.argv.slice(2);
const { file, publicBody } = JSON.parse(order ?? '{}') as BareOrder;
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table bare_public (address text primary key, body text not null)');
database.prepare('insert into bare_public values (?, ?)').run('/public', publicBody);

const read = {
  public: database.prepare('select body from bare_public where address = ?').pluck(),
  session: database
    .prepare('select account_id from identity_session where token_hash = ? and ends_at > ?')
    .pluck(),
  unread: database
    .prepare('select count(*) from notifications_message where account_id = ? and read_at is null')
    .pluck(),
  mine: database.prepare(
    'select id, reference, service_slug, state, submitted_at, updated_at from cases_case where owner_id = ? order by updated_at desc, id',
  ),
  key: database.prepare('select wrapped from platform_key where owner = ?').pluck(),
  document: database.prepare('select * from vault_document where id = ?'),
};

/** The rows that one submission left, written again under new names, in one durable transaction. */
function submissionWriter() {
  const tables = [
    'cases_case',
    'cases_document',
    'platform_event',
    'notifications_message',
    'platform_job',
    'platform_reply',
  ];
  const fresh = new Set(['id', 'key', 'reference', 'dedupe_key', 'document_id']);
  const writes = tables.map((table) => {
    const row = database.prepare(`select * from ${table} order by rowid desc limit 1`).get() as Row;
    const columns = Object.keys(row).filter((name) => name !== 'sequence');
    const statement = database.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
    );
    return { statement, row, renamed: columns.filter((name) => fresh.has(name)) };
  });
  database.pragma('foreign_keys = OFF');
  return database.transaction(() => {
    const name = randomUUID().slice(0, 26);
    for (const { statement, row, renamed } of writes) {
      const own: Row = { ...row };
      for (const column of renamed) own[column] = name;
      statement.run(own);
    }
    return name;
  });
}
const submit = submissionWriter();

function holder(request: IncomingMessage): string | undefined {
  const token = /__Host-jena_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (token === undefined) return undefined;
  const hash = createHash('sha256').update(token).digest('base64url');
  return read.session.get(hash, new Date().toISOString()) as string | undefined;
}

function answer(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body);
}

const server = createServer((request, response) => {
  if (request.url === '/public') return answer(response, read.public.get('/public') as string);
  const account = holder(request);
  if (account === undefined) return void response.writeHead(401).end();
  if (request.url === '/unread')
    return answer(response, JSON.stringify({ unread: read.unread.get(account) }));
  if (request.url === '/mine') return answer(response, JSON.stringify({ cases: read.mine.all(account) }));
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => {
    const input = JSON.parse(body) as { attachments: { documentId: string }[] };
    read.document.get(input.attachments[0]?.documentId);
    read.key.get(account);
    answer(response, JSON.stringify({ caseId: submit.immediate() }));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
