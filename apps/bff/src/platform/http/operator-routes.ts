import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Store } from '../db/store.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

type OperatorDeps = {
  config: Pick<Config, 'metrics' | 'publicOrigin' | 'securityContact'>;
  clock: Clock;
  store: Store;
  log: Log;
  metrics: Metrics | undefined;
  /** False once the product is told to stop: then no new visitors, please. */
  ready: () => boolean;
};

function tokenFits(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(`Bearer ${wanted}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const securityTextDays = 180;

/** Whom to tell of a fault (RFC 9116). It is written anew with each look, so it runs out only when nobody runs the product. */
function securityText(contact: string, origin: string, now: Date): string {
  const expires = new Date(now.getTime() + securityTextDays * 24 * 60 * 60_000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: de, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** For those who run it: is it alive, may it take visitors, how does it do. */
// biome-ignore lint/suspicious/noExplicitAny: any variables of the app will do
export function operatorRoutes(app: Hono<any>, deps: OperatorDeps): void {
  const { config, clock, store, log, metrics, ready } = deps;
  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }));

  app.get('/readyz', async (c) => {
    const headers = { 'cache-control': 'no-store' };
    if (!ready()) return c.text('stopping', 503, headers);
    try {
      await store.ping();
      return c.text('ready', 200, headers);
    } catch (error) {
      log.error({ err: error }, 'the database does not answer');
      return c.text('database', 503, headers);
    }
  });

  app.get('/.well-known/security.txt', (c) => {
    if (config.securityContact === undefined) return c.notFound();
    return c.text(securityText(config.securityContact, config.publicOrigin, clock.now()));
  });

  if (metrics === undefined) return;
  const { token } = config.metrics;
  app.get('/metrics', async (c) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(
      c.env?.incoming?.socket?.remoteAddress ?? '',
    );
    const proxied = c.req.header('x-forwarded-for') !== undefined;
    const allowed = token === undefined ? local && !proxied : tokenFits(c.req.header('authorization'), token);
    if (!allowed) return c.notFound();
    return c.body(await metrics.text(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
  });
}
