import { randomUUID } from 'node:crypto';
import { trpcServer } from '@hono/trpc-server';
import { samlProviders } from '@jena/shared/identity';
import { badInput, notFound, tooLarge } from '@jena/shared/platform';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { samlPaths } from './adapters/saml/settings.ts';
import { type Calls, createCalls } from './calls.ts';
import type { Deps } from './deps.ts';
import { errorResponse } from './platform/http/errors.ts';
import { lightRequest } from './platform/http/light-request.ts';
import { operatorRoutes } from './platform/http/operator-routes.ts';
import { policyReports } from './platform/http/policy-reports.ts';
import { safePath } from './platform/http/safe-path.ts';
import { checkSameOrigin } from './platform/http/same-origin.ts';
import { dataHeaders, hasAllHeaders, withAllHeaders } from './platform/http/security-headers.ts';
import { serveWeb } from './platform/http/web-pages.ts';
import { mountRoutes } from './routes.ts';

/** A browser carries a signed answer of an identity provider here. */
const deliveries: ReadonlySet<string> = new Set(samlProviders.map((provider) => samlPaths(provider).answer));

/** Forms are texts; files travel by tus. */
const longestCall = 1024 * 1024;

type Env = { Variables: { requestId: string } };

/** The HTTP face of the product. */
export function createApp(deps: Deps, calls: Calls = createCalls(deps)): Hono {
  const { config, log, memo, tracing } = deps;
  const { endpoint, router, isShared } = calls;
  const app = new Hono<Env>();
  const always = dataHeaders({ https: config.https });
  const memoHeaders = Object.fromEntries(always);

  app.use(async (c, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    const { status } = c.res;
    const milliseconds = performance.now() - began;
    // A route may be stricter about its own answer (files bring a policy of their own), never silent about the rest.
    if (!hasAllHeaders(c.res))
      for (const [name, value] of always) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (status >= 400 || milliseconds > 1000) c.res.headers.set('x-request-id', requestId);
    const { method, path } = c.req;
    calls.answered({ requestId, method, path, status, milliseconds });
  });

  app.onError((error, c) => {
    const response = errorResponse(error);
    if (response.status === 500)
      log.error({ err: error, requestId: c.get('requestId') }, 'unexpected failure');
    return response;
  });

  app.use(async (c, next) => {
    checkSameOrigin(c.req.raw, config.publicOrigin, deliveries);
    await next();
  });

  operatorRoutes(app, deps);
  policyReports(app, deps);

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
          maxBatchSize: calls.mostInBatch,
          // A question may come as POST: what it looks for then stands in no address.
          allowMethodOverride: true,
          createContext: async ({ req: request, resHeaders: responseHeaders }) => ({
            ...(await calls.context({ request, responseHeaders, requestId, env: c.env }, shared)),
          }),
          onError: ({ error, path: call }) => calls.failed({ error, call, requestId }),
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
