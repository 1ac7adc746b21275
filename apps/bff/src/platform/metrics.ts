import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from './db/store.ts';
import { countJobs } from './jobs.ts';

export type Metrics = {
  request(kind: string, status: number, seconds: number): void;
  job(kind: string, outcome: 'done' | 'failed'): void;
  /** What push services answered; `rejected` is our fault and worth an alarm. */
  pushed(outcome: string): void;
  /** What the content security policy kept a page from doing. */
  blocked(directive: string): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  contentType: string;
};

/** Counts what runs, without a word about whom: labels are kinds, statuses and states. */
export function createMetrics({ store }: { store: Store }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'jena_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['kind', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const jobs = new Counter({
    name: 'jena_jobs_total',
    help: 'Attempts to run a job',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const pushes = new Counter({
    name: 'jena_pushes_total',
    help: 'Web pushes by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const blocks = new Counter({
    name: 'jena_policy_reports_total',
    help: 'Reports of content that the security policy blocked',
    labelNames: ['directive'],
    registers: [registry],
  });
  new Gauge({
    name: 'jena_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await countJobs(store.read, store.tables);
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  return {
    request: (kind, status, seconds) =>
      requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    job: (kind, outcome) => jobs.inc({ kind, outcome }),
    pushed: (outcome) => pushes.inc({ outcome }),
    blocked: (directive) => blocks.inc({ directive }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
