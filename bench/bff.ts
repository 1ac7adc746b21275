// The product beside a bare server that does the same reads and writes: same run, same machine, three processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startWorld, type World } from '../e2e/support/world.ts';
import { demoApplication } from '../scripts/seed.ts';
import { enterAsCitizen, type Visitor } from '../scripts/support/doors.ts';
import { keyPlaceholder, type LoadResult } from './bff/load.ts';
import { startBare, startLoad } from './bff/processes.ts';
import { atLeast, type Figures, median } from './figures.ts';

const rounds = 7;
const roundMilliseconds = 1_000;
/** A server that has run for hours has its hot code compiled; the product has more of it than the bare one. */
const warmUpMilliseconds = 6_000;

type Asked = { requests: string[]; connections: number };
type Pair = {
  product: Asked;
  bare: Asked /** Procedures that one answer of the product holds. */;
  each?: number;
};

const encode = (input: unknown) => encodeURIComponent(JSON.stringify(input));

function get(path: string, cookie?: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: */*\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}\r\n`;
}

function post(
  path: string,
  { cookie, origin, body }: { cookie: string; origin: string; body: string },
): string {
  return [
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\norigin: ${origin}\r\ncookie: ${cookie}`,
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  ].join('\r\n');
}

export function pairs(origin: string, { cookie }: Visitor, body: string): Record<string, Pair> {
  const [unread, mine] = ['notifications.unreadCount', 'cases.mine'];
  const five = [unread, mine, unread, mine, unread];
  const batch = `/trpc/${five.join(',')}?batch=1&input=${encode(Object.fromEntries(five.map((_, at) => [at, {}])))}`;
  const bareFive = ['/unread', '/mine', '/unread', '/mine', '/unread'].map((path) => get(path, cookie));
  return {
    publicRead: {
      product: { requests: [get(`/trpc/services.contentVersion?input=${encode({})}`)], connections: 16 },
      bare: { requests: [get('/public')], connections: 16 },
    },
    citizenRead: {
      product: {
        requests: [unread, mine].map((name) => get(`/trpc/${name}?input=${encode({})}`, cookie)),
        connections: 16,
      },
      bare: { requests: ['/unread', '/mine'].map((path) => get(path, cookie)), connections: 16 },
    },
    citizenBatch: {
      product: { requests: [get(batch, cookie)], connections: 16 },
      bare: { requests: bareFive, connections: 16 },
      each: five.length,
    },
    submit: {
      product: { requests: [post('/trpc/cases.submit', { cookie, origin, body })], connections: 16 },
      bare: { requests: [post('/submit', { cookie, origin, body })], connections: 16 },
    },
  };
}

const aims: Record<string, number> = { publicRead: 1, citizenRead: 0.25, citizenBatch: 0.5, submit: 0.5 };

/** A copy of the product's database for the bare server, so that neither waits for the other's locks. */
async function copyDatabase(dataDir: string, folder: string): Promise<string> {
  const file = join(folder, 'bare.sqlite');
  const source = new Database(join(dataDir, 'jena.sqlite'), { readonly: true });
  await source.backup(file);
  source.close();
  return file;
}

/** A person with a few cases, and the body of one more submission. */
async function prepare(world: World): Promise<{ citizen: Visitor; body: string; publicBody: string }> {
  const citizen = await enterAsCitizen(world, 'erika');
  const application = await demoApplication(world, citizen);
  for (let count = 0; count < 3; count++) await citizen.mutate('cases.submit', application);
  const version = await fetch(`${world.origin}/trpc/services.contentVersion?input=${encode({})}`);
  return {
    citizen,
    body: JSON.stringify({ ...application, idempotencyKey: keyPlaceholder }),
    publicBody: await version.text(),
  };
}

/** Rounds of both in turn, so that a busy neighbour disturbs both; the median of the ratios counts. */
async function compare(
  load: ReturnType<typeof startLoad>,
  ports: { product: number; bare: number },
  pair: Pair,
) {
  const ratios: number[] = [];
  const seen: { product: LoadResult[]; bare: LoadResult[] } = { product: [], bare: [] };
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const);
    const results = {} as Record<'product' | 'bare', LoadResult>;
    for (const who of order) {
      const milliseconds = round < 0 ? warmUpMilliseconds : roundMilliseconds;
      const result = await load.ask({ port: ports[who], ...pair[who], milliseconds });
      if (result.refused > 0) throw new Error(`${who} refused ${result.refused} of ${result.answers}`);
      results[who] = result;
    }
    // The first round warms both up.
    if (round < 0) continue;
    seen.product.push(results.product);
    seen.bare.push(results.bare);
    ratios.push((results.product.perSecond * (pair.each ?? 1)) / results.bare.perSecond);
  }
  const middle = (who: 'product' | 'bare') => Math.round(median(seen[who].map(({ perSecond }) => perSecond)));
  const slow = (who: 'product' | 'bare') => median(seen[who].map(({ p99 }) => p99)).toFixed(1);
  return {
    ratio: median(ratios),
    line: `${middle('product')}/s (p99 ${slow('product')} ms) beside ${middle('bare')}/s (p99 ${slow('bare')} ms)`,
  };
}

/** Requests per second of the product as a share of what the bare server manages. */
export async function bff(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'jena-bench-'));
  const world = await startWorld();
  const load = startLoad();
  try {
    const { citizen, body, publicBody } = await prepare(world);
    const bare = await startBare({ file: await copyDatabase(world.dataDir, folder), publicBody });
    const ports = { product: Number(new URL(world.origin).port), bare: bare.port };
    const figures: Figures = {};
    for (const [name, pair] of Object.entries(pairs(world.origin, citizen, body))) {
      const { ratio, line } = await compare(load, ports, pair);
      figures[name] = atLeast(ratio, 'ratio', aims[name] ?? 1);
      console.log(`${name.padEnd(13)} ${ratio.toFixed(2)}  ${line}`);
    }
    bare.stop();
    return figures;
  } finally {
    load.stop();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
