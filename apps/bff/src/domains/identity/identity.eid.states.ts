import { type EidState, eidSteps } from '@jena/shared/identity';
import { type AccountId, anonymous, type Instant, toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import type { EidLogin, EidLoginChange } from './identity.eid.store.ts';
import type { IdentityStore } from './identity.store.ts';

type StateDeps = { store: Store; identity: IdentityStore; clock: Clock };

type Step = {
  to: EidState;
  change?: EidLoginChange;
  /** Why it ended: a ResultMinor or a code of ours, never a person's data. */
  reason?: string;
  /** Whose account it became, once that is proven. */
  subject?: AccountId;
};

/**
 * Takes one step of a transaction with the card and leaves its event. False when somebody else took a step
 * first: each is taken once. @throws Error when the model knows no such step
 */
export async function step(
  deps: StateDeps,
  tx: Writer,
  login: Pick<EidLogin, 'id' | 'state' | 'purpose'>,
  { to, change = {}, reason, subject }: Step,
): Promise<boolean> {
  if (!eidSteps[login.state].includes(to)) throw new Error(`no step from ${login.state} to ${to}`);
  const moved = await deps.identity.moveEidLogin(tx, login, { ...change, state: to });
  if (!moved) return false;
  await appendEvent(tx, deps.store.tables, {
    stream: `identity.eid:${login.id}`,
    type: `identity.eid_${to}`,
    actor: anonymous,
    at: toInstant(deps.clock.now()),
    data: { purpose: login.purpose, ...(reason === undefined ? {} : { reason }) },
    ...(subject === undefined ? {} : { subject }),
  });
  return true;
}

/** Ends what ran out of time. Returns how many. */
export async function expireEidLogins(deps: StateDeps, tx: Writer, now: Instant): Promise<number> {
  const late = await deps.identity.lateEidLogins(tx, now);
  for (const login of late) await step(deps, tx, login, { to: 'expired' });
  return late.length;
}
