import { createApp } from './app.ts';
import { createCalls } from './calls.ts';
import { createDeps } from './deps.ts';
import { parseConfig } from './platform/config.ts';
import { listen } from './platform/http/listen.ts';
import { createQueryDoor } from './platform/http/query-door.ts';
import { dataHeaders } from './platform/http/security-headers.ts';

const deps = await createDeps(parseConfig(process.env));
const { config, log, jobs, store, domains } = deps;
await domains.begin();
const calls = createCalls(deps);
const door = createQueryDoor({
  ...calls,
  headers: Object.fromEntries(dataHeaders(config)),
  tracing: deps.tracing,
});
const server = await listen(createApp(deps, calls), { ...config, memo: deps.memo, door });
await jobs.start();
log.info({ port: server.port, dialect: store.dialect, mode: config.mode }, 'ready');

let stopping = false;

/** Finishes what was begun, in the order in which one thing needs the next: requests, jobs, database. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  deps.setReady(false);
  // Answers that never end by themselves.
  domains.queueStreams.close();
  // A hanging client must not keep the product from stopping; SQLite and the outbox survive an abrupt end.
  setTimeout(() => process.exit(1), 20_000).unref();
  await server.close();
  await jobs.stop();
  await deps.close();
  log.info({}, 'stopped');
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    log.error({ err: error }, fault);
    process.exitCode = 1;
    void stop(fault);
  });
}
