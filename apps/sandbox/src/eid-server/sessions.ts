import { randomBytes } from 'node:crypto';
import type { Person } from '../card.ts';
import { type Attribute, attributes } from './attributes.ts';

export const mediums = ['CardCertified', 'SECertified', 'SEEndorsed', 'HWKeyStore'] as const;
export type Medium = (typeof mediums)[number];

export type Wish = {
  operations: Partial<Record<Attribute, 'REQUIRED' | 'ALLOWED'>>;
  age: number | null;
  communityId: string | null;
  /** What may hold the identity. */
  mediums: readonly Medium[];
  transactionInfo: string;
};

export type Session = {
  id: string;
  psk: { id: string; key: string };
  wish: Wish;
  counter: number;
  expiresAt: number;
  state:
    | { kind: 'open' }
    | { kind: 'read'; person: Person; unticked: readonly Attribute[] }
    | { kind: 'failed'; minor: string };
};

/** How answers may be spoiled, so that clients can prove that they notice. */
export const misbehaviours = [
  'none',
  'wrapped',
  'wrapped_twin',
  'unsigned',
  'stranger',
  'stale',
  'doctype',
  'two_signatures',
  'altered',
  'huge',
  'other_psk',
  'not_xml',
] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

/** Tests may set these over the control channel. */
export const settings = {
  sessionLimit: 200,
  sessionSeconds: 300,
  rights: [...attributes] as Attribute[],
  /** The service moves to another sector: cards give their new and their old pseudonym. */
  sectorChanges: false,
  /** What the server says of how surely it read. */
  levelOfAssurance: 'hoch' as 'hoch' | 'substantiell' | 'none',
  /** How the next answer is spoiled; back to `none` afterwards. */
  misbehave: 'none' as Misbehaviour,
};

const sessions = new Map<string, Session>();

/** Makes a session, or says which minor forbids it. */
export function openSession(wish: Wish, psk: { id: string; key: string } | null): Session | string {
  forgetOld();
  if (sessions.size >= settings.sessionLimit) return 'useID#tooManyOpenSessions';
  if (psk !== null && (!isStrong(psk) || findByPsk(psk.id) !== undefined)) return 'useID#invalidPSK';
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    psk: psk ?? { id: randomBytes(32).toString('hex'), key: randomBytes(32).toString('hex') },
    wish,
    counter: 0,
    expiresAt: Date.now() + settings.sessionSeconds * 1000,
    state: { kind: 'open' },
  };
  sessions.set(session.id, session);
  return session;
}

export function findSession(id: string): Session | undefined {
  forgetOld();
  return sessions.get(id);
}

export function findByPsk(pskId: string): Session | undefined {
  forgetOld();
  return [...sessions.values()].find((session) => session.psk.id === pskId);
}

/** Every final answer ends its session and its data. */
export function endSession(id: string): void {
  sessions.delete(id);
}

export function endAllSessions(): void {
  sessions.clear();
}

function isStrong(psk: { id: string; key: string }): boolean {
  return psk.id.length >= 8 && /^([0-9a-fA-F]{2}){16,}$/.test(psk.key);
}

function forgetOld(): void {
  for (const session of sessions.values()) {
    if (session.expiresAt <= Date.now()) sessions.delete(session.id);
  }
}
