import { Agent, request } from 'node:https';
import { rootCertificates } from 'node:tls';
import webPush from 'web-push';
import { refuseSandboxCertificates } from '../production-guard.ts';
import { isAllowedEndpoint } from './endpoint.ts';
import type { PushConfig, PushOptions, PushOutcome, PushPort, PushSubscription } from './port.ts';
import { PrivateAddress, publicLookup, type Resolve } from './public-address.ts';
import { checkVapidKeys, createVapidHeaders } from './vapid.ts';

/** One encrypted record of 4096 bytes, less its header, tag and padding delimiter (RFC 8188, RFC 8291). */
export const maxPayloadBytes = 3993;

/** How long to wait when a push service is busy or silent and names no time. */
const defaultRetrySeconds = 60;
const maxRetrySeconds = 24 * 3600;

/**
 * Sends web pushes. Throws at the start when keys or certificates cannot be right.
 * @param deps.resolve finds the addresses of a name; the system's resolver, when none is given
 */
export function createPush(config: PushConfig, deps: { resolve?: Resolve } = {}): PushPort {
  refuseSandboxCertificates(config.production, config.extraCa === undefined ? [] : [config.extraCa]);
  checkVapidKeys(config.vapid);
  const agent = new Agent({
    keepAlive: true,
    minVersion: 'TLSv1.2',
    lookup: publicLookup({ loopback: !config.production, resolve: deps.resolve }),
    ...(config.extraCa === undefined ? {} : { ca: [...rootCertificates, config.extraCa] }),
  });
  const authorize = createVapidHeaders(config.vapid);
  const accepts = (endpoint: string): boolean => isAllowedEndpoint(endpoint, config.allowedHosts);

  return {
    publicKey: config.vapid.publicKey,
    accepts,
    async send(subscription, payload, options) {
      if (!accepts(subscription.endpoint)) return 'rejected';
      if (Buffer.byteLength(payload) > maxPayloadBytes) return 'rejected';
      const details = prepare(authorize, subscription, payload, options);
      if (details === null) return 'rejected';
      return new Promise<PushOutcome>((done) => {
        const call = request(
          details.endpoint,
          {
            method: 'POST',
            headers: details.headers,
            agent,
            signal: AbortSignal.timeout(config.timeoutMs),
          },
          (answer) => {
            // Nothing in the body matters, and redirects are not followed: status and one header decide.
            answer.resume();
            done(outcome(answer.statusCode ?? 0, answer.headers['retry-after']));
          },
        );
        call.on('error', (error) =>
          done(error instanceof PrivateAddress ? 'rejected' : { retryAfterSeconds: defaultRetrySeconds }),
        );
        call.end(details.body);
      });
    },
  };
}

/** Null when the subscription's keys or the options are not what the standards allow. */
export function prepare(
  authorize: (endpoint: string) => string,
  subscription: PushSubscription,
  payload: string,
  options: PushOptions,
): webPush.RequestDetails | null {
  try {
    const details = webPush.generateRequestDetails(subscription, payload, {
      TTL: options.ttl,
      urgency: options.urgency,
      ...(options.topic === undefined ? {} : { topic: options.topic }),
      contentEncoding: 'aes128gcm',
    });
    return { ...details, headers: { ...details.headers, Authorization: authorize(subscription.endpoint) } };
  } catch {
    return null;
  }
}

/** RFC 8030 §5–8: what the push service's status means for us. */
function outcome(status: number, retryAfter: string | undefined): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) return { retryAfterSeconds: secondsUntil(retryAfter) };
  return 'rejected';
}

/** `Retry-After` is a number of seconds or a date. */
function secondsUntil(header: string | undefined): number {
  const value = header?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  if (!Number.isFinite(seconds)) return defaultRetrySeconds;
  return Math.min(Math.max(seconds, 1), maxRetrySeconds);
}
