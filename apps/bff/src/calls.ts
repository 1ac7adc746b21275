import { anonymous } from '@jena/shared/kernel';
import type { TRPCError } from '@trpc/server';
import type { Deps } from './deps.ts';
import type { Context } from './platform/context.ts';
import { createSharedCheck } from './platform/http/procedures.ts';
import { requestMeta } from './platform/http/request-meta.ts';
import { safePath } from './platform/http/safe-path.ts';
import { laterChild } from './platform/log.ts';
import { appCodeOf } from './platform/trpc-errors.ts';
import { createRouter } from './router.ts';

/** One answered request, as the log and the counters know it. */
export type Answered = {
  requestId: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
};

export type Asking = { request: Request; responseHeaders: Headers; requestId: string; env: unknown };

/** What the two doors to the procedures share: the one of the app, and the short one for questions. */
export function createCalls(deps: Deps) {
  const { config, log, clock, store, metrics } = deps;
  const endpoint = '/trpc';
  const router = createRouter(deps);
  const isShared = createSharedCheck(router, endpoint);

  return {
    endpoint,
    router,
    isShared,
    mostInBatch: 20,

    /** What each call starts with; `shared` answers never see who asks. */
    async context({ request, responseHeaders, requestId, env }: Asking, shared: boolean): Promise<Context> {
      const { trustedProxies } = config;
      return {
        store,
        clock,
        log: laterChild(log, { requestId }),
        newId: deps.newId,
        actor: shared || !request.headers.has('cookie') ? anonymous : await deps.authenticate(request),
        request: requestMeta(request, responseHeaders, { requestId, trustedProxies, env }),
      };
    },

    failed({ error, call, requestId }: { error: TRPCError; call: string | undefined; requestId: string }) {
      const appCode = appCodeOf(error);
      if (appCode === 'platform.unexpected')
        log.error({ err: error.cause ?? error, requestId, call, appCode }, 'call failed');
      else log.info({ requestId, call, appCode }, 'call refused');
    },

    answered({ requestId, method, path, status, milliseconds }: Answered): void {
      metrics?.request(path.startsWith(endpoint) ? 'call' : 'page', status, milliseconds / 1000);
      // The query of an address may hold what somebody typed, so only the path is logged.
      const fields = { requestId, method, path: safePath(path), status, ms: Math.round(milliseconds) };
      if (status >= 500) log.error(fields, 'request failed');
      else if (status === 401 || status === 403 || status === 429) log.warn(fields, 'request refused');
      else log.debug(fields, 'request');
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;
