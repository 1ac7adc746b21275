import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { findPerson } from '../people.ts';
import { attributes } from './attributes.ts';
import { endAllSessions, findByPsk, misbehaviours, settings } from './sessions.ts';

const handover = z.object({
  person: z.string().max(100),
  outcome: z.enum(['ok', 'cancelled', 'failed', 'silent']),
  unticked: z.array(z.enum(attributes)).max(attributes.length).default([]),
});

const newSettings = z.object({
  sessionLimit: z.number().int().min(0).optional(),
  sessionSeconds: z.number().min(0).optional(),
  sectorChanges: z.boolean().optional(),
  levelOfAssurance: z.enum(['hoch', 'substantiell', 'none']).optional(),
  rights: z.array(z.enum(attributes)).optional(),
  misbehave: z.enum(misbehaviours).optional(),
  forgetSessions: z.literal(true).optional(),
});

/**
 * The loopback channel that stands for PAOS and the card: the eID client learns what is asked and hands over who
 * answers. It proves knowledge of the session's key: header `x-psk-proof` = HMAC-SHA-256 over `path` or `path\nbody`, hex.
 */
export const control = new Hono();

control.get('/sessions/:pskId', (c) => {
  const session = findByPsk(c.req.param('pskId'));
  if (session === undefined) return c.json({ error: 'unknown session' }, 404);
  if (!isProven(session.psk.key, c.req.path, c.req.header('x-psk-proof')))
    return c.json({ error: 'key' }, 403);
  return c.json({ wish: session.wish });
});

control.post('/sessions/:pskId', async (c) => {
  const session = findByPsk(c.req.param('pskId'));
  if (session === undefined) return c.json({ error: 'unknown session' }, 404);
  const body = await c.req.text();
  if (!isProven(session.psk.key, `${c.req.path}\n${body}`, c.req.header('x-psk-proof'))) {
    return c.json({ error: 'key' }, 403);
  }
  if (session.state.kind !== 'open') return c.json({ error: 'already answered' }, 409);
  const { person: id, outcome, unticked } = handover.parse(JSON.parse(body));
  if (outcome === 'silent') return c.json({});
  const person = findPerson(id);
  if (outcome !== 'ok' || person === undefined) {
    session.state = { kind: 'failed', minor: 'common#internalError' };
  } else if (
    person.trouble !== undefined ||
    !session.wish.mediums.includes(person.medium ?? 'CardCertified')
  ) {
    const minor = person.trouble === undefined ? 'getResult#deniedDocument' : 'getResult#invalidDocument';
    session.state = { kind: 'failed', minor };
    return c.json({ refused: true });
  } else {
    // A client lets people untick what is optional; some let them restrict what is required, too (A1_1_03).
    session.state = { kind: 'read', person, unticked };
  }
  return c.json({});
});

control.post('/settings', async (c) => {
  const { forgetSessions, ...given } = newSettings.parse(await c.req.json());
  Object.assign(settings, given);
  if (forgetSessions) endAllSessions();
  return c.json(settings);
});

function isProven(key: string, text: string, proof: string | undefined): boolean {
  const expected = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest();
  const given = Buffer.from(proof ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
