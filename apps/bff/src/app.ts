import { randomUUID } from 'node:crypto';
import { trpcServer } from '@hono/trpc-server';
import { anonymous } from '@jena/shared/kernel';
import { badInput, notFound, tooLarge } from '@jena/shared/platform';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from './deps.ts';
import { errorResponse } from './platform/http/errors.ts';
import { lightRequest } from './platform/http/light-request.ts';
import { operatorRoutes } from './platform/http/operator-routes.ts';
import { createSharedCheck } from './platform/http/procedures.ts';
import { requestMeta } from './platform/http/request-meta.ts';
import { checkSameOrigin } from './platform/http/same-origin.ts';
import { dataHeaders, hasAllHeaders, withAllHeaders } from './platform/http/security-headers.ts';
import { serveWeb } from './platform/http/web-pages.ts';
import { laterChild } from './platform/log.ts';
import { appCodeOf } from './platform/trpc-errors.ts';
import { createRouter } from './router.ts';
import { mountRoutes } from './routes.ts';

const endpoint = '/trpc';
/** Forms are texts; files travel by tus. */
const longestCall = 1024 * 1024;
const mostCallsInBatch = 20;

type Env = { Variables: { requestId: string } };

/** The HTTP face of the product. */
export function createApp(deps: Deps): Hono {
  const { config, log, clock, store, memo, metrics, tracing } = deps;
  const app = new Hono<Env>();
  const router = createRouter(deps);
  const isShared = createSharedCheck(router, endpoint);
  const always = dataHeaders({ https: config.https });
  const memoHeaders = Object.fromEntries(always);

  app.use(async (c, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    const { status } = c.res;
    const milliseconds = performance.now() - began;
    if (!hasAllHeaders(c.res) && !c.res.headers.has('x-content-type-options'))
      for (const [name, value] of always) c.res.headers.set(name, value);
    if (status >= 400 || milliseconds > 1000) c.res.headers.set('x-request-id', requestId);
    metrics?.request(c.req.path.startsWith(endpoint) ? 'call' : 'page', status, milliseconds / 1000);
    // The query of an address may hold what somebody typed, so only the path is logged.
    const fields = {
      requestId,
      method: c.req.method,
      path: safePath(c.req.path),
      status,
      ms: Math.round(milliseconds),
    };
    if (status >= 500) log.error(fields, 'request failed');
    else if (status === 401 || status === 403 || status === 429) log.warn(fields, 'request refused');
    else log.debug(fields, 'request');
  });

  app.onError((error, c) => {
    const response = errorResponse(error);
    if (response.status === 500)
      log.error({ err: error, requestId: c.get('requestId') }, 'unexpected failure');
    return response;
  });

  app.use(async (c, next) => {
    checkSameOrigin(c.req.raw, config.publicOrigin);
    await next();
  });

  operatorRoutes(app, deps);

  app.get(`${endpoint}/*`, async (c, next) => {
    if (!isShared(c.req.path)) return next();
    const { url } = c.req;
    const key = url.slice(url.indexOf(endpoint));
    const known = memo.answer(key, c.req.header('if-none-match') ?? null);
    if (known !== undefined) return withAllHeaders(known);
    const version = memo.current();
    await next();
    c.res = await memo.keep(key, version, c.res, memoHeaders);
    return undefined;
  });

  const limit = bodyLimit({
    maxSize: longestCall,
    onError: () => errorResponse(tooLarge({ bytes: longestCall })),
  });
  app.use(
    `${endpoint}/*`,
    // Looking for a question's body would cost more than answering it.
    (c, next) => (c.req.method === 'GET' ? next() : limit(c, next)),
    async (c, next) => {
      // A form on another site can send texts, but never JSON (ASVS 3.5.2).
      if (c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json'))
        throw badInput();
      await next();
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    },
    (c, next) =>
      tracing.span(`call ${safePath(c.req.path)}`, 'server', async () => {
        const { req } = c;
        const requestId = c.get('requestId');
        const shared = req.method === 'GET' && isShared(req.path);
        if (req.method === 'GET') req.raw = lightRequest(req.raw);
        return trpcServer({
          endpoint,
          router,
          maxBatchSize: mostCallsInBatch,
          createContext: async ({ req: request, resHeaders }) => ({
            store,
            clock,
            log: laterChild(log, { requestId }),
            newId: deps.newId,
            actor: shared || !request.headers.has('cookie') ? anonymous : await deps.authenticate(request),
            request: requestMeta(request, resHeaders, {
              requestId,
              trustedProxies: config.trustedProxies,
              env: c.env,
            }),
          }),
          onError: ({ error, path }) => {
            const appCode = appCodeOf(error);
            const unforeseen = appCode === 'platform.unexpected';
            if (unforeseen)
              log.error({ err: error.cause ?? error, requestId, call: path, appCode }, 'call failed');
            else log.info({ requestId, call: path, appCode }, 'call refused');
          },
        })(c, next);
      }),
  );

  mountRoutes(app as unknown as Hono, deps);
  serveWeb(app as unknown as Hono, {
    dist: config.webDist,
    https: config.https,
    publicOrigin: config.publicOrigin,
  });
  app.notFound(() => errorResponse(notFound()));
  return app as unknown as Hono;
}

/** Secrets stand in some paths (`/eid/token/…`): whatever looks like one is cut out. */
function safePath(path: string): string {
  return path.replace(/[A-Za-z0-9_-]{20,}/g, '…').slice(0, 200);
}
