import { randomInt } from 'node:crypto';
import { type Actor, newId } from '@jena/shared/kernel';
import type { HandoverPort } from './adapters/handover/port.ts';
import type { MailPort } from './adapters/mail/port.ts';
import type { PushPort } from './adapters/push/port.ts';
import type { RegisterPort } from './adapters/register/port.ts';
import type { ScannerPort } from './adapters/scanner/port.ts';
import { createDomains, type Domains } from './domains.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { PlatformDeps } from './platform/context.ts';
import { settleErasures } from './platform/crypto/erasures.ts';
import { type Keys, openKeys } from './platform/crypto/keys.ts';
import { loadRootKeys } from './platform/crypto/root-keys.ts';
import { openStore, type Store } from './platform/db/store.ts';
import { openDiskFiles } from './platform/files/disk.ts';
import type { FileStore } from './platform/files/port.ts';
import { createMemo, type Memo } from './platform/http/memo.ts';
import type { JobHandlers, JobRunner } from './platform/job-runner.ts';
import { createJobRunner } from './platform/job-runner.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { platformJobs } from './platform/platform.jobs.ts';
import { startTracing, type Tracing } from './platform/tracing.ts';

/** Everything the product is made of, put together once. */
export type Deps = PlatformDeps & {
  config: Config;
  keys: Keys;
  files: FileStore;
  /** Kept answers to public questions. */
  memo: Memo;
  metrics: Metrics | undefined;
  tracing: Tracing;
  jobs: JobRunner;
  domains: Domains;
  /** Who asks: reads the session's cookie. */
  authenticate(request: Request): Promise<Actor>;
  /** False once the product is told to stop. */
  ready: () => boolean;
  setReady(ready: boolean): void;
  /** Lets go of database and collector; stop jobs and requests first. */
  close(): Promise<void>;
};

/** What tests and commands may bring along instead of the real thing. */
export type Overrides = {
  clock?: Clock;
  log?: Log;
  store?: Store;
  push?: PushPort;
  mail?: MailPort;
  scanner?: ScannerPort;
  register?: RegisterPort;
  handover?: HandoverPort;
};

/** The only place where things are put together. Opens the database, migrates it, loads the keys. */
export async function createDeps(config: Config, overrides: Overrides = {}): Promise<Deps> {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog(config.logLevel);
  const store = overrides.store ?? openStore(config);
  await store.migrate();
  const { rootKeys, made } = loadRootKeys(config.rootKeys);
  if (made) log.warn({ file: config.rootKeys.file }, 'made a root key: keep a copy apart from the backups');
  const settle = () => settleErasures({ store, erasuresFile: config.erasuresFile, clock });
  const cameBack = await settle();
  if (cameBack > 0)
    log.warn({ keys: cameBack }, 'a restored database held erased people; they are erased again');
  const keys = await openKeys({ store, rootKeys, clock });
  const files = openDiskFiles(config.filesDir);
  // Another process may write to a shared database unseen, so there answers are kept for seconds only.
  const memo = createMemo({
    now: () => clock.now().getTime(),
    seconds: store.dialect === 'sqlite' ? 300 : 5,
  });
  store.onCommit(({ changesPublicData }) => changesPublicData && memo.forget());
  const metrics = config.metrics.enabled ? createMetrics({ store }) : undefined;
  const tracing = await startTracing(config.otlpEndpoint);
  let isReady = true;

  const { push, mail, scanner, register, handover } = overrides;
  // Spreads tries over time; 32 random bits are plenty.
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const ground = {
    config,
    store,
    keys,
    files,
    clock,
    log,
    metrics,
    push,
    mail,
    scanner,
    register,
    handover,
    random,
  };
  const domains = await createDomains(ground);
  const handlers: JobHandlers = { ...platformJobs({ files, settleErasures: settle }), ...domains.handlers };
  const jobs = createJobRunner({ store, handlers, clock, log, tracing, metrics });

  return {
    config,
    clock,
    log,
    store,
    newId,
    keys,
    files,
    memo,
    metrics,
    tracing,
    jobs,
    domains,
    authenticate: domains.authenticate,
    ready: () => isReady,
    setReady(ready) {
      isReady = ready;
    },
    async close() {
      domains.mail.close();
      await tracing.stop();
      await store.close();
    },
  };
}
