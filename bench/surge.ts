// A deadline's last minute: 10,000 submissions in 60 seconds, cut connections, doubled sends, and a server that dies in between.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory, loadCatalogue } from '@jena/content/server';
import { startSandbox } from '@jena/sandbox/start';
import type { FormCase } from '@jena/shared/forms';
import { newId } from '@jena/shared/kernel';
import Database from 'better-sqlite3';
import { startProduct } from '../e2e/support/world.ts';
import { atLeast, atMost, type Figures, quantile } from './figures.ts';
import { makePeople, type Person } from './people.ts';
import { type Sending, type Sent, send } from './surge/phones.ts';

const submissions = 10_000;
const seconds = 60;
const people = 2_000;
/** Every twentieth connection breaks before its answer, every twentieth submission is sent twice at once. */
const oddOnes = 20;
const slug = 'fundsache';
const webDist = join(import.meta.dirname, '../apps/web/dist');

/** What the form's own test case answers; it needs no papers. */
function application(): object {
  const cases = JSON.parse(readFileSync(`${dataDirectory}forms/${slug}.cases.json`, 'utf8')) as FormCase[];
  const told = cases.find(({ expect }) => expect.problems.length === 0);
  const form = loadCatalogue().form(slug);
  if (!told || !form) throw new Error(`nobody fills ${slug}`);
  return {
    serviceSlug: slug,
    formVersion: form.version,
    answers: told.answers,
    attachments: [],
    language: 'de',
  };
}

function sendingsOf(persons: readonly Person[]): Sending[] {
  const one = application();
  return Array.from({ length: submissions }, (_, index) => ({
    cookie: persons[index % persons.length]?.cookie ?? '',
    body: JSON.stringify({ ...one, idempotencyKey: newId<'idempotency'>() }),
  }));
}

/** The disk's own limit: as many durable transactions of one small row each, one after the other. */
function durableWritesPerSecond(folder: string): number {
  const file = join(folder, 'limit.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table note (id integer primary key, text text not null)');
  const write = database.prepare('insert into note (text) values (?)');
  const count = 3_000;
  const began = performance.now();
  for (let index = 0; index < count; index++) write.run('x'.repeat(900));
  const perSecond = count / ((performance.now() - began) / 1000);
  database.close();
  rmSync(file, { force: true });
  return perSecond;
}

type Kept = { cases: number; receipts: number; confirmed: number };

/** What the database holds of it. */
function lookAt(dataDir: string, ids: readonly string[]): Kept {
  const database = new Database(join(dataDir, 'jena.sqlite'), { readonly: true });
  const one = (sql: string) => database.prepare(sql).pluck().get() as number;
  const known = database.prepare('select 1 from cases_case where id = ?').pluck();
  const kept = {
    cases: one('select count(*) from cases_case'),
    receipts: new Set(ids.filter((id) => known.get(id) === 1)).size,
    confirmed: one("select count(*) from notifications_message where type = 'case_submitted'"),
  };
  database.close();
  return kept;
}

/** Everything that was confirmed to somebody must be there once; nothing else may be. */
export async function surge(): Promise<Figures> {
  const sandbox = await startSandbox();
  const quick = { LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(tmpdir(), 'jena-compiled') };
  const product = await startProduct({ sandbox: sandbox.endpoints, webDist, env: quick });
  try {
    const env = {
      NODE_ENV: 'test',
      DATA_DIR: product.dataDir,
      SANDBOX_DIR: sandbox.endpoints.dir,
      PUBLIC_ORIGIN: product.origin,
      ...quick,
    };
    const limit = durableWritesPerSecond(product.dataDir);
    const sendings = sendingsOf(await makePeople(env, people));
    const began = performance.now();
    const sent: Promise<Sent>[] = [];
    let died: Promise<void> | undefined;
    for (const [index, sending] of sendings.entries()) {
      const due = began + (index * seconds * 1000) / submissions;
      const early = due - performance.now();
      if (early > 1) await new Promise((wait) => setTimeout(wait, early));
      const odd = index % oddOnes;
      sent.push(send(product.origin, sending, odd === 1));
      if (odd === 2) sent.push(send(product.origin, sending, false));
      if (index === submissions / 2) died = product.kill().then(() => product.start());
    }
    const all = await Promise.all(sent);
    await died;
    const took = (performance.now() - began) / 1000;
    const ids = [...new Set(all.map(({ caseId }) => caseId))];
    const kept = lookAt(product.dataDir, ids);
    const waits = all.map(({ waited }) => waited);
    const again = all.filter(({ tries }) => tries > 1).length;
    console.log(
      `${all.length} sendings of ${submissions} submissions in ${took.toFixed(1)} s; the server died once`,
    );
    console.log(
      `receipt after: p50 ${quantile(waits, 0.5).toFixed(0)} ms, p95 ${quantile(waits, 0.95).toFixed(0)} ms, p99 ${quantile(waits, 0.99).toFixed(0)} ms; ${again} tried again`,
    );
    console.log(
      `${(submissions / took).toFixed(0)} per second beside ${limit.toFixed(0)} durable writes that the disk manages: ratio ${(submissions / took / limit).toFixed(3)}`,
    );
    return {
      receipts: atLeast(ids.length, 'cases', submissions),
      lost: atMost(ids.length - kept.receipts, 'cases', 0),
      doubled: atMost(kept.cases - submissions, 'cases', 0),
      unconfirmed: atMost(Math.abs(submissions - kept.confirmed), 'messages', 0),
      seconds: atMost(took, 's', seconds + 15),
    };
  } finally {
    await product.stop();
    await sandbox.stop();
  }
}
