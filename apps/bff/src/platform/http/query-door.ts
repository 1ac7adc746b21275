import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyProcedure, AnyRouter, TRPCError } from '@trpc/server';
import {
  getErrorShape,
  getHTTPStatusCode,
  getTRPCErrorFromUnknown,
} from '@trpc/server/unstable-core-do-not-import';
import type { Context } from '../context.ts';
import type { Tracing } from '../tracing.ts';

/** Answers a request, or says no; then the app must answer. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

type DoorOptions = {
  router: AnyRouter;
  endpoint: string;
  mostInBatch: number;
  isShared(pathname: string): boolean;
  context(
    asking: { request: Request; responseHeaders: Headers; requestId: string; env: unknown },
    shared: boolean,
  ): Promise<Context>;
  failed(failure: { error: TRPCError; call: string; requestId: string }): void;
  answered(answered: {
    requestId: string;
    method: string;
    path: string;
    status: number;
    milliseconds: number;
  }): void;
  /** On every answer. */
  headers: Record<string, string>;
  tracing: Pick<Tracing, 'span'>;
};

type Asked = { path: string; names: string[]; inputs: unknown[]; batch: boolean };

const never = new AbortController().signal;

/**
 * The short way for questions of people who are logged in, tRPC's protocol (HTTP RPC, GET) over Node's own request
 * and response: the web's Request, Headers and Response and the frameworks around them cost three times as much as
 * the questions themselves. Whatever is not a plain question (changes, shared answers, mistakes in the address) takes
 * the way through the app, and the answers of both are the same.
 */
export function createQueryDoor(options: DoorOptions): Door {
  const { router, endpoint, headers, tracing } = options;
  const all = router._def.procedures as Record<string, AnyProcedure>;
  const queries = new Map(Object.entries(all).filter(([, { _def }]) => _def.type === 'query'));

  function read({ method, url = '', headers: sent }: IncomingMessage): Asked | undefined {
    if (method !== 'GET' || !url.startsWith(`${endpoint}/`)) return undefined;
    if (sent['trpc-accept'] !== undefined || sent.accept?.includes('jsonl')) return undefined;
    const cut = url.indexOf('?');
    const path = cut < 0 ? url : url.slice(0, cut);
    const names = path.slice(endpoint.length + 1).split(',');
    if (names.length > options.mostInBatch || !names.every((name) => queries.has(name))) return undefined;
    const search = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1));
    const batch = search.get('batch') === '1';
    if ((!batch && names.length > 1) || options.isShared(path)) return undefined;
    try {
      const text = search.get('input');
      const input: unknown = text === null ? undefined : JSON.parse(text);
      if (!batch) return { path, names, inputs: [input], batch };
      if (input !== undefined && (typeof input !== 'object' || input === null)) return undefined;
      return {
        path,
        names,
        inputs: names.map((_, index) => (input as unknown[] | undefined)?.[index]),
        batch,
      };
    } catch {
      return undefined;
    }
  }

  async function answer(asked: Asked, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const requestId = randomUUID();
    const responseHeaders = new Headers();
    const request = lightRequestOf(incoming);
    const context = options.context({ request, responseHeaders, requestId, env: { incoming } }, false);

    async function callOne(path: string, index: number) {
      const input = asked.inputs[index];
      let ctx: Context | undefined;
      try {
        ctx = await context;
        const call = { path, ctx, type: 'query', signal: never, batchIndex: index } as const;
        const data: unknown = await queries.get(path)?.({ ...call, getRawInput: async () => input });
        return { result: { data } };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        options.failed({ error, call: path, requestId });
        const config = router._def._config;
        return { error: getErrorShape({ config, ctx, error, input, path, type: 'query' }) };
      }
    }

    const results = await Promise.all(asked.names.map(callOne));
    const json = asked.batch ? results : results[0];
    const status = getHTTPStatusCode(json as Parameters<typeof getHTTPStatusCode>[0]);
    const body = JSON.stringify(json);
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      ...(status >= 400 ? { 'x-request-id': requestId } : {}),
      ...Object.fromEntries(responseHeaders),
    });
    response.end(body);
    const milliseconds = performance.now() - began;
    options.answered({ requestId, method: 'GET', path: asked.path, status, milliseconds });
  }

  return (request, response) => {
    const asked = read(request);
    if (asked === undefined) return false;
    void tracing
      .span(`call ${asked.path.slice(0, 200)}`, 'server', () => answer(asked, request, response))
      .catch(() => response.destroy());
    return true;
  };
}

/** What procedures and logins read of a question: its address and its headers. */
function lightRequestOf({ url, headers }: IncomingMessage): Request {
  const light = {
    method: 'GET',
    url: `http://localhost${url}`,
    headers: {
      get: (name: string) => headers[name.toLowerCase()]?.toString() ?? null,
      has: (name: string) => headers[name.toLowerCase()] !== undefined,
    },
  };
  return light as unknown as Request;
}
