import { type CryptoKey, decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Announced, HandoverError, type HandoverEvent } from './port.ts';

const place = 'https://schema.fitko.de/fit-connect/events/';
const types: Readonly<Record<string, HandoverEvent['type']>> = {
  'create-submission': 'created',
  'submit-submission': 'submitted',
  'notify-submission': 'notified',
  'forward-submission': 'forwarded',
  'accept-submission': 'accepted',
  'reject-submission': 'rejected',
  'delete-submission': 'deleted',
};

const tagsSchema = z.object({
  metadata: z.string(),
  data: z.string(),
  attachments: z.record(z.string(), z.string()).default({}),
});
const payloadSchema = z.object({
  iss: z.string(),
  iat: z.number(),
  jti: z.string(),
  sub: z.string(),
  txn: z.string(),
  events: z.record(
    z.string(),
    z.object({
      authenticationTags: tagsSchema.optional(),
      problems: z.array(z.object({ type: z.string() })).optional(),
    }),
  ),
});

/** What only the destination may say; everything else is said by the delivery service. */
const byDestination = new Set<HandoverEvent['type']>(['accepted', 'rejected']);

export type SetKeys = {
  destinationId: string;
  service(kid: string): Promise<CryptoKey>;
  destination(kid: string): Promise<CryptoKey>;
};

/**
 * Reads one security event token (RFC 8417): signed with PS512 by whoever may say that, about this very case.
 * @returns undefined for another submission of the same case
 * @throws HandoverError untrusted
 */
export async function readSet(
  token: string,
  announced: Announced,
  keys: SetKeys,
): Promise<HandoverEvent | undefined> {
  try {
    const { kid = '' } = decodeProtectedHeader(token);
    const claimed = payloadSchema.parse(
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),
    );
    const isDestination = claimed.iss === keys.destinationId;
    const key = await (isDestination ? keys.destination(kid) : keys.service(kid));
    const { payload } = await jwtVerify(token, key, { algorithms: ['PS512'], typ: 'secevent+jwt' });
    const { sub, txn, iat, events } = payloadSchema.parse(payload);
    if (txn !== `case:${announced.caseId}`) throw new Error('of another case');
    if (sub !== `submission:${announced.submissionId}`) return undefined;
    const [[uri, event] = ['', undefined], ...more] = Object.entries(events);
    if (more.length > 0 || event === undefined) throw new Error('not one event');
    const type = types[uri.startsWith(place) ? uri.slice(place.length) : ''] ?? 'other';
    if (byDestination.has(type) !== isDestination) throw new Error('said by somebody who may not');
    return {
      type,
      at: new Date(iat * 1000).toISOString(),
      tags: event.authenticationTags ?? null,
      problems: (event.problems ?? []).map((problem) => problem.type.split('/').at(-1) ?? 'unknown'),
    };
  } catch (error) {
    if (error instanceof HandoverError) throw error;
    throw new HandoverError('untrusted', error instanceof Error ? error.name : '');
  }
}
