import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { describeSandbox, settings } from '../world.ts';
import type { TcToken } from './tctoken.ts';

const wishSchema = z.object({
  wish: z.object({
    operations: z.record(z.string(), z.enum(['REQUIRED', 'ALLOWED'])),
    age: z.number().nullable(),
    communityId: z.string().nullable(),
    transactionInfo: z.string(),
  }),
});
export type Wish = z.infer<typeof wishSchema>['wish'];

export type Handover = {
  person: string;
  outcome: 'ok' | 'cancelled' | 'failed' | 'silent';
  unticked: string[];
};

const controlOrigin = new URL(describeSandbox(settings().dir, settings().portBase).eid.settingsUrl).origin;

function path(token: TcToken): string {
  return `/sessions/${encodeURIComponent(token.sessionIdentifier)}`;
}

function prove(token: TcToken, text: string): string {
  return createHmac('sha256', Buffer.from(token.psk, 'hex')).update(text).digest('hex');
}

/** Asks the eID server what the service wants to read. Null when the session or its key is not known there. */
export async function readWish(token: TcToken): Promise<Wish | null> {
  const answer = await fetch(`${controlOrigin}${path(token)}`, {
    headers: { 'x-psk-proof': prove(token, path(token)) },
  });
  return answer.ok ? wishSchema.parse(await answer.json()).wish : null;
}

/** Hands the card over to the eID server. `refused`: the server does not take this card. `lost`: the session is over. */
export async function handOver(token: TcToken, handover: Handover): Promise<'taken' | 'refused' | 'lost'> {
  const body = JSON.stringify(handover);
  const answer = await fetch(`${controlOrigin}${path(token)}`, {
    method: 'POST',
    headers: { 'x-psk-proof': prove(token, `${path(token)}\n${body}`), 'content-type': 'application/json' },
    body,
  });
  if (!answer.ok) return 'lost';
  const { refused } = (await answer.json()) as { refused?: boolean };
  return refused ? 'refused' : 'taken';
}
