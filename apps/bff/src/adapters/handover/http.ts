import { z } from 'zod';
import { type FitConnectConfig, HandoverError } from './port.ts';

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });
/** A token is fetched anew this long before it ends. */
const earlyMs = 60_000;

/** Calls the delivery service with an access token of client credentials (RFC 6749, 4.4). @throws HandoverError */
export function createApi(config: FitConnectConfig, { clock }: { clock: { now(): Date } }) {
  for (const address of [config.tokenUrl, config.submissionApi])
    if (config.production && new URL(address).protocol !== 'https:')
      throw new Error('FIT-Connect is called over https only');
  let token: { value: string; endsAt: number } | undefined;

  async function call(url: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(config.timeoutMs),
      });
    } catch {
      // What fetch says may repeat the address.
      throw new HandoverError('unreachable');
    }
    if (response.ok) return response;
    await response.body?.cancel();
    const { status } = response;
    const mayHelp = status >= 500 || status === 429 || status === 408 || status === 401;
    throw new HandoverError(mayHelp ? 'unreachable' : 'refused', `status ${status}`);
  }

  async function bearer(): Promise<string> {
    const now = clock.now().getTime();
    if (token && token.endsAt > now) return token.value;
    const form = {
      grant_type: 'client_credentials',
      client_id: config.clientId,
      client_secret: config.clientSecret,
    };
    const response = await call(config.tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: value, expires_in: seconds } = await read(response, tokenSchema);
    token = { value, endsAt: now + seconds * 1000 - earlyMs };
    return value;
  }

  async function authorized(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const headers = { ...init.headers, authorization: `Bearer ${await bearer()}` };
    try {
      return await call(config.submissionApi + path, { ...init, headers });
    } catch (error) {
      // The next try asks for a new token.
      if (error instanceof HandoverError && error.message.includes('401')) token = undefined;
      throw error;
    }
  }

  return {
    async json(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await authorized(path, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...content,
      });
      return read(response, z.unknown());
    },
    async put(path: string, type: string, body: string): Promise<void> {
      const response = await authorized(path, { method: 'PUT', headers: { 'content-type': type }, body });
      await response.body?.cancel();
    },
  };
}

async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(await response.json());
  } catch {
    throw new HandoverError('unreachable', 'no answer that fits');
  }
}
