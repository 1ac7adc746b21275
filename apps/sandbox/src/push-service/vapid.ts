import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

const headerSchema = z.object({ alg: z.literal('ES256'), typ: z.literal('JWT').optional() });
const claimsSchema = z.object({
  aud: z.string(),
  exp: z.number(),
  sub: z.string().regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/.+)$/),
});

/**
 * Checks `Authorization: vapid t=…, k=…` (RFC 8292): signature, audience, lifetime of at most a day, contact, and the
 * key the subscription is bound to. Returns null when all is well, else the reason.
 */
export function refuseVapid(input: {
  authorization: string | undefined;
  origin: string;
  boundKey: string;
  now: Date;
}): string | null {
  const [, jwt, key] = /^vapid t=([\w\-.]+), ?k=([\w-]+)=*$/.exec(input.authorization ?? '') ?? [];
  if (jwt === undefined || key === undefined) return 'no vapid credentials';
  if (key !== input.boundKey.replace(/=+$/, '')) return 'the subscription is bound to another key';
  const [header, payload, signature] = jwt.split('.');
  if (header === undefined || payload === undefined || signature === undefined) return 'no token';
  try {
    headerSchema.parse(decode(header));
    const claims = claimsSchema.parse(decode(payload));
    const now = input.now.getTime() / 1000;
    if (claims.aud !== input.origin) return 'wrong audience';
    if (claims.exp <= now) return 'expired';
    if (claims.exp > now + 24 * 3600 + 60) return 'valid for more than a day';
    const isGenuine = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key: publicKey(key), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    return isGenuine ? null : 'wrong signature';
  } catch {
    return 'malformed token';
  }
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

function publicKey(raw: string) {
  const point = Buffer.from(raw, 'base64url');
  if (point.length !== 65 || point[0] !== 4) throw new Error('not an uncompressed P-256 point');
  return createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
}
