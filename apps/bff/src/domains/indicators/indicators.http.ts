import { tellInput } from '@jena/shared/indicators';
import { cityTime } from '@jena/shared/kernel';
import { badInput, tooLarge } from '@jena/shared/platform';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import { createRateLimiter } from '../../platform/rate-limit.ts';
import { licence, toCsv } from './indicators.csv.ts';
import { indicatorsNow } from './indicators.figures.ts';
import { createIndicatorsStore } from './indicators.store.ts';

/** Tellings of one address; who sends more is not refused, only not counted. The address is kept in memory, for these minutes. */
const tellLimit = { most: 60, windowSeconds: 10 * 60 } as const;

type IndicatorRoutes = {
  store: Store;
  clock: Clock;
  knows(slug: string): boolean;
  trustedProxies: number;
  publicOrigin: string;
};

const longestTelling = 1024;
const freshMs = 10 * 60_000;
const kept = { 'cache-control': 'public, max-age=3600' };

/** Counting without cookies, and the figures as open data. */
export function indicatorRoutes(app: Hono, deps: IndicatorRoutes): void {
  const { store, clock } = deps;
  const indicators = createIndicatorsStore(store.tables);
  const limiter = createRateLimiter({ clock, ...tellLimit });
  let last: { until: number; figures: ReturnType<typeof indicatorsNow> } | undefined;

  /** Summed anew every ten minutes at most, however many ask. */
  function figures() {
    const now = clock.now().getTime();
    if (last === undefined || last.until <= now) {
      const asked = indicatorsNow({ indicators, clock }, store.read);
      last = { until: now + freshMs, figures: asked };
      asked.catch(() => {
        last = undefined;
      });
    }
    return last.figures;
  }

  app.post(
    '/zaehlen',
    bodyLimit({ maxSize: longestTelling, onError: () => errorResponse(tooLarge({ bytes: longestTelling })) }),
    async (c) => {
      const { data } = tellInput.safeParse(await c.req.json<unknown>().catch(() => undefined));
      if (!c.req.header('content-type')?.startsWith('application/json') || !data || !deps.knows(data.service))
        throw badInput();
      if (limiter.take(clientAddress(c, deps.trustedProxies))) {
        const { day } = cityTime(clock.now());
        const count = { day, serviceSlug: data.service, measure: data.what, hours: 0, amount: 1 };
        await store.transaction((tx) => indicators.add(tx, count), { changesPublicData: false });
      }
      return c.body(null, 204);
    },
  );

  app.get('/transparenz/kennzahlen.csv', async (c) => {
    const csv = toCsv(await figures());
    return c.body(csv, 200, {
      ...kept,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="kennzahlen.csv"',
      link: `<${licence.url}>; rel="license"`,
    });
  });

  app.get('/transparenz/kennzahlen.json', async (c) => {
    const found = await figures();
    const method = new URL('/transparenz#methode', deps.publicOrigin).href;
    return c.json({ publisher: 'Stadt Jena', licence, method, ...found }, 200, {
      ...kept,
      'content-disposition': 'attachment; filename="kennzahlen.json"',
      link: `<${licence.url}>; rel="license"`,
    });
  });
}
