// A big city's database: a million cases of 100,000 people, 200 clients at once, on the product as it is started.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory, loadCatalogue } from '@jena/content/server';
import { staff } from '@jena/sandbox/staff';
import { startSandbox } from '@jena/sandbox/start';
import type { FormCase } from '@jena/shared/forms';
import { startProduct } from '../e2e/support/world.ts';
import { enterAsStaff, type Visitor } from '../scripts/support/doors.ts';
import type { Act, Order, Seen } from './cases/clients.ts';
import { fill, nameAt, type Somebody } from './cases/fill.ts';
import { atMost, type Figures, quantile } from './figures.ts';

const filling = {
  accounts: Number(process.env['BENCH_ACCOUNTS'] ?? 100_000),
  cases: Number(process.env['BENCH_CASES'] ?? 1_000_000),
};
const webDist = join(import.meta.dirname, '../apps/web/dist');
const slug = 'fundsache';
const quantiles = { p50: 0.5, p95: 0.95, p99: 0.99 };
const aims = { read: { p50: 50, p95: 150, p99: 300 }, write: { p50: 100, p95: 300, p99: 500 } };

const query = (procedure: string, input: object) =>
  `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

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

/** What caseworkers look for: a whole name, half of one that many have, a name of a time, a state, a service. */
const lookups: readonly object[] = Array.from({ length: 40 }, (_, index) => nameAt(index * 37)).flatMap(
  (name) => [
    { text: name },
    { text: name.split(' ')[1] },
    { text: name, from: '2020-01-01', to: '2022-12-31' },
    { state: 'rejected' },
    { text: name.split(' ')[0], service: slug },
  ],
);

/** 200 clients: most read, some hand in, caseworkers go through their queues. */
function actsOf(people: readonly Somebody[], desks: readonly Visitor[]): Act[] {
  const one = application();
  return [
    {
      kind: 'timeline',
      clients: 80,
      requests: people.map(({ cookie, caseId }) => ({ cookie, path: query('cases.detail', { caseId }) })),
    },
    {
      kind: 'mine',
      clients: 40,
      requests: people.map(({ cookie }) => ({ cookie, path: query('cases.mine', {}) })),
    },
    {
      kind: 'search',
      clients: 10,
      requests: desks.flatMap(({ cookie }) =>
        lookups.map((body) => ({ cookie, path: '/trpc/cases.staff.search', body })),
      ),
    },
    {
      kind: 'queue',
      clients: 30,
      requests: desks.flatMap(({ cookie }) =>
        ['new', 'mine', 'done'].map((queue) => ({ cookie, path: query('cases.staff.queue', { queue }) })),
      ),
    },
    {
      kind: 'submit',
      clients: 40,
      requests: people.map(({ cookie }) => ({ cookie, path: '/trpc/cases.submit', body: one })),
    },
  ];
}

async function measure(order: Order): Promise<Seen> {
  const child = fork(join(import.meta.dirname, 'cases/clients.ts'), [], { execArgv: [] });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the clients died (${code})`);
  });
  const answered = once(child, 'message') as Promise<[Seen]>;
  child.send(order);
  const [seen] = await Promise.race([answered, died]);
  died.catch(() => undefined);
  child.kill();
  return seen;
}

function say(title: string, { waits, refused }: Seen, seconds: number): void {
  console.log(title);
  for (const [kind, times] of Object.entries(waits)) {
    const marks = Object.entries(quantiles).map(
      ([name, share]) => `${name} ${quantile(times, share).toFixed(0)} ms`,
    );
    const rate = (times.length / seconds).toFixed(0);
    console.log(`  ${kind.padEnd(9)} ${marks.join(', ')}; ${rate}/s, ${refused[kind] ?? 0} refused`);
  }
}

/** The same acts on an almost empty database and on a full one: what the cases cost is the ratio. */
export async function cases(): Promise<Figures> {
  const sandbox = await startSandbox();
  const quick = { LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(tmpdir(), 'jena-compiled') };
  const seconds = 30;
  const times: Seen[] = [];
  const figures: Figures = {};
  try {
    for (const size of [{ accounts: 500, cases: 5_000 }, filling]) {
      const product = await startProduct({ sandbox: sandbox.endpoints, webDist, env: quick });
      await product.kill();
      const env = {
        NODE_ENV: 'test',
        DATA_DIR: product.dataDir,
        SANDBOX_DIR: sandbox.endpoints.dir,
        PUBLIC_ORIGIN: product.origin,
        ...quick,
      };
      const people = await fill(env, size);
      const bytes = statSync(join(product.dataDir, 'jena.sqlite')).size;
      console.log(`${size.cases} cases of ${size.accounts} people: ${(bytes / 1e6).toFixed(0)} MB`);
      // What the filling wrote is on the disk before anybody waits for it.
      spawnSync('sync');
      await product.start();
      const place = { origin: product.origin, sandbox: sandbox.endpoints };
      const desks = await Promise.all(
        staff
          .filter(({ roles }) => roles.some((role) => role === 'caseworker'))
          .slice(0, 4)
          .map(({ id }) => enterAsStaff(place, id)),
      );
      const acts = actsOf(people, desks);
      const order = { origin: product.origin, acts, seconds };
      await measure({ ...order, seconds: 5, thinkMilliseconds: 0 });
      const seen = await measure({ ...order, thinkMilliseconds: 1_000 });
      say('200 clients that read each answer for a second:', seen, seconds);
      times.push(seen);
      say('200 clients that never pause:', await measure({ ...order, thinkMilliseconds: 0 }), seconds);
      await product.stop();
      rmSync(product.dataDir, { recursive: true, force: true });
    }
    const [small, full] = times;
    for (const [kind, waits] of Object.entries(full?.waits ?? {})) {
      const aim = kind === 'submit' ? aims.write : aims.read;
      for (const [name, share] of Object.entries(quantiles))
        figures[`${kind}.${name}`] = atMost(quantile(waits, share), 'ms', aim[name as keyof typeof aim]);
      const ratio = quantile(waits, 0.5) / quantile(small?.waits[kind] ?? [], 0.5);
      console.log(`${kind}: ${ratio.toFixed(2)} × the time it takes among 5,000 cases`);
      figures[`${kind}.refused`] = atMost(full?.refused[kind] ?? 0, 'answers', 0);
    }
    return figures;
  } finally {
    await sandbox.stop();
  }
}
