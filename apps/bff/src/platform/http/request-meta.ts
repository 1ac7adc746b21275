import type { HttpBindings } from '@hono/node-server';
import type { Language } from '@jena/shared/kernel';
import type { Context } from 'hono';
import type { RequestMeta } from '../context.ts';

/** The first language that we speak among those the client names; German when there is none. */
export function languageOf(headers: Headers): Language {
  const asked = headers.get('x-jena-language') ?? headers.get('accept-language') ?? '';
  for (const part of asked.split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (code === 'de' || code === 'en') return code;
  }
  return 'de';
}

/**
 * The client's address. Each trusted proxy appends one entry to X-Forwarded-For, so only that many
 * from the right are believed; what a client wrote itself stands further left (ASVS 4.1.3).
 */
export function addressOf(headers: Headers, socketAddress: string, trustedProxies: number): string {
  if (trustedProxies === 0) return socketAddress;
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || socketAddress;
}

/** The client's address, for routes that are no procedures. For limits only, never stored. */
export function clientAddress(c: Context, trustedProxies: number): string {
  const socket = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket;
  return addressOf(c.req.raw.headers, socket?.remoteAddress ?? '', trustedProxies);
}

/** What procedures learn about a request. */
export function requestMeta(
  request: Request,
  responseHeaders: Headers,
  options: { requestId: string; trustedProxies: number; env: unknown },
): RequestMeta {
  const socket = (options.env as Partial<HttpBindings> | undefined)?.incoming?.socket;
  return {
    requestId: options.requestId,
    language: languageOf(request.headers),
    address: addressOf(request.headers, socket?.remoteAddress ?? '', options.trustedProxies),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
    headers: request.headers,
    responseHeaders,
  };
}
