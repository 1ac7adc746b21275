// One greeting to 100,000 devices through the product's own jobs, against a push service in a process of its own.
import { fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { type Day, newId } from '@jena/shared/kernel';
import { createPush, prepare } from '../apps/bff/src/adapters/push/adapter.ts';
import type { PushConfig } from '../apps/bff/src/adapters/push/port.ts';
import { createVapidHeaders, createVapidKeys } from '../apps/bff/src/adapters/push/vapid.ts';
import { assistantJobs } from '../apps/bff/src/domains/assistant/index.ts';
import { createServices } from '../apps/bff/src/domains/services/index.ts';
import { openSqlite } from '../apps/bff/src/platform/db/sqlite.ts';
import { createStore, type Store } from '../apps/bff/src/platform/db/store.ts';
import { createJobRunner } from '../apps/bff/src/platform/job-runner.ts';
import { createLog } from '../apps/bff/src/platform/log.ts';
import { testClock } from '../apps/bff/src/platform/testing/clock.ts';
import { atLeast, atMost, type Figures, quantile } from './figures.ts';
import { type Device, device, mannerOf, subscribeAll } from './push/devices.ts';
import type { Received } from './push/receiver.ts';

const count = Number(process.env['BENCH_PUSH_DEVICES'] ?? 100_000);
const sample = Math.min(2000, count);
/** Jobs at once as in the product; each greets eight devices side by side. */
const atOnce = 4;
const plainAtOnce = 32;
/** A Tuesday on which the Bürgerservice opens at 8:30 in Jena. */
const day = '2026-12-01' as Day;
const text = JSON.stringify({
  web_push: 8030,
  notification: { title: 'Guten Morgen!', body: 'x'.repeat(160) },
});
const options = { ttl: 7200, topic: 'hanfried', urgency: 'low' } as const;

async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Works through all, so many at once. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: plainAtOnce }, async () => {
      for (let at = next++; at < all.length; at = next++) await work(all[at] as T);
    }),
  );
}

/** The certificate of the sandbox's push service, and whom to believe it. */
async function borrowCertificate(dir: string): Promise<void> {
  const sandbox = await startSandbox();
  for (const name of ['ca.crt.pem', 'push-tls.crt.pem', 'push-tls.key.pem'])
    copyFileSync(join(dirname(sandbox.endpoints.ca), name), join(dir, name));
  await sandbox.stop();
}

function startReceiver(pki: string) {
  const child = fork(join(import.meta.dirname, 'push/receiver.ts'), [pki], { execArgv: [] });
  const answer = <T>() => new Promise<T>((done) => child.once('message', (message) => done(message as T)));
  return {
    port: answer<number>(),
    counts(): Promise<Received> {
      const counts = answer<Received>();
      child.send('count');
      return counts;
    },
    stop: () => child.disconnect(),
  };
}

/** Seconds for a thousand: encrypting alone, and plain requests of as many bytes. */
async function parts(config: PushConfig, devices: readonly Device[]) {
  const authorize = createVapidHeaders(config.vapid);
  const encrypt = await seconds(() => {
    for (const one of devices) prepare(authorize, one, text, options);
  });
  const body = Buffer.alloc(prepare(authorize, devices[0] as Device, text, options)?.body?.length ?? 0, 7);
  const agent = new Agent({ keepAlive: true, ...(config.extraCa ? { ca: config.extraCa } : {}) });
  const plain = await seconds(() =>
    each(
      devices,
      ({ endpoint }) =>
        new Promise<void>((done, fail) => {
          const url = new URL(endpoint);
          url.pathname = `/plain${url.pathname}`;
          const call = request(url, { method: 'POST', agent }, (answer) => {
            answer.resume().on('end', done);
          });
          call.on('error', fail);
          call.end(body);
        }),
    ),
  );
  agent.destroy();
  return { encrypt: (encrypt / devices.length) * 1000, plain: (plain / devices.length) * 1000 };
}

/** Greets everybody; gives the seconds of each thousand, and the memory as it went. */
async function fanOut(store: Store, config: PushConfig) {
  const clock = testClock('2026-12-01T07:31:00.000Z');
  const thousands: number[] = [];
  const memory: number[] = [];
  const outcomes: Record<string, number> = {};
  let pushed = 0;
  let began = performance.now();
  const meter = {
    pushed(outcome: string) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      pushed += 1;
      if (pushed % 1000 !== 0) return;
      thousands.push((performance.now() - began) / 1000);
      memory.push(process.memoryUsage.rss());
      began = performance.now();
    },
  };
  const handlers = assistantJobs({
    push: createPush(config),
    publicOrigin: 'https://service.example',
    meter,
    services: createServices(),
  });
  const log = createLog('silent');
  const job = { store, clock, log, actor: { kind: 'system', job: 'assistant.greet' }, attempt: 1 } as const;
  const plan = await seconds(() => handlers['assistant.greet']({ day }, { ...job, jobId: newId<'job'>() }));
  const runner = createJobRunner({ store, handlers, clock, log, atOnce });
  const done = () => (outcomes['sent'] ?? 0) + (outcomes['gone'] ?? 0) + (outcomes['rejected'] ?? 0);
  began = performance.now();
  await runner.start();
  while (done() < count) {
    await new Promise((later) => setTimeout(later, 200));
    // Those that asked to come again wait for their time; the clock goes on when all others are through.
    if (pushed >= count) clock.advance(1000);
  }
  await runner.stop();
  return { thousands, memory, outcomes, plan };
}

export async function pushBench(): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'jena-bench-push-'));
  await borrowCertificate(dir);
  const receiver = startReceiver(dir);
  const port = await receiver.port;
  const config: PushConfig = {
    vapid: { ...createVapidKeys(), subject: 'mailto:push@example.org' },
    allowedHosts: [`localhost:${port}`],
    extraCa: readFileSync(join(dir, 'ca.crt.pem'), 'utf8'),
    timeoutMs: 10_000,
    production: false,
  };
  const store = createStore('sqlite', openSqlite(join(dir, 'push.sqlite')));
  try {
    await store.migrate();
    const devices = Array.from({ length: sample }, (_, index) => device(port, index * 1000));
    const alone = await parts(config, devices);
    await subscribeAll(store, port, count);
    const { thousands, memory, outcomes, plan } = await fanOut(store, config);
    const received = await receiver.counts();
    const left = await store.read.$count(store.tables.notificationSubscriptions);
    const gone = Array.from({ length: count }, (_, index) => index).filter(
      (index) => mannerOf(index) === 'gone',
    ).length;
    const tenth = Math.max(1, Math.floor(memory.length / 10));
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    const flat = mean(memory.slice(-tenth)) / mean(memory.slice(tenth, 2 * tenth));
    const median = quantile(thousands, 0.5);
    console.log(`${count} devices planned in ${plan.toFixed(1)} s; ${JSON.stringify(outcomes)}`);
    console.log(`the push service saw ${JSON.stringify(received)}`);
    console.log(
      `per 1,000: ${median.toFixed(2)} s (p95 ${quantile(thousands, 0.95).toFixed(2)} s); encryption alone ${alone.encrypt.toFixed(2)} s, plain requests alone ${alone.plain.toFixed(2)} s`,
    );
    console.log(
      `memory: ${Math.round((memory[0] ?? 0) / 1e6)} MB after 1,000, ${Math.round((memory.at(-1) ?? 0) / 1e6)} MB at the end`,
    );
    return {
      'delivered of all that live': atLeast(((outcomes['sent'] ?? 0) / (count - gone)) * 100, '%', 100),
      'dead devices forgotten': atLeast(((count - left) / gone) * 100, '%', 100),
      'messages without TTL, topic or VAPID': atMost(received.headersMissing, '', 0),
      'seconds per 1,000': atMost(median, 's', 10),
      'of encryption and plain requests': atMost(median / (alone.encrypt + alone.plain), '×', 4),
      'memory, end over start': atMost(flat, '×', 1.25),
    };
  } finally {
    receiver.stop();
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
