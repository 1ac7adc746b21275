import { addDays, codeAsMeant, codeFrom, type Day } from '../kernel/index.ts';
import { mandateNotInState } from './errors.ts';

/** Why somebody may act for another: as a parent (§ 1629 BGB), by a power of attorney (§ 167 BGB), for a business. */
export const mandateKinds = ['custody', 'power_of_attorney', 'business'] as const;
export type MandateKind = (typeof mandateKinds)[number];

export const partyKinds = ['child', 'person', 'business'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** In a business: an owner may grant and revoke, an employee may act in the services named. */
export const mandateRoles = ['owner', 'employee'] as const;
export type MandateRole = (typeof mandateRoles)[number];

/** Who can vouch for whoever acts for a business: „Mein Unternehmenskonto“. */
export const vouchers = ['muk'] as const;

export const mandateStates = ['declared', 'offered', 'taken', 'active', 'refused', 'revoked'] as const;
export type MandateState = (typeof mandateStates)[number];

export const mandateEventTypes = [
  'declared',
  'confirmed',
  'offered',
  'taken',
  'accepted',
  'refused',
  'vouched',
  'revoked',
] as const;
export type MandateEventType = (typeof mandateEventTypes)[number];

/**
 * The one state machine of a mandate. `declared` is what a person says and no office has looked at yet, `offered` an
 * invitation whose code nobody has brought; once it is `taken` somebody has read it and still has to say yes or no. Who
 * is `vouched` for once more may act for longer.
 */
const transitions: Record<MandateEventType, Partial<Record<MandateState | 'none', MandateState>>> = {
  declared: { none: 'declared' },
  confirmed: { declared: 'active' },
  offered: { none: 'offered' },
  taken: { offered: 'taken' },
  accepted: { taken: 'active' },
  refused: { taken: 'refused' },
  vouched: { none: 'active', active: 'active' },
  revoked: { declared: 'revoked', offered: 'revoked', taken: 'revoked', active: 'revoked' },
};

/**
 * The state after an event.
 * @throws mandates.not_in_state
 */
export function nextMandateState(state: MandateState | 'none', event: MandateEventType): MandateState {
  const next = transitions[event][state];
  if (next === undefined) throw mandateNotInState({ state, event });
  return next;
}

/** What decides whether a mandate may be used. `services`: slugs, or null for all. Both days are included. */
export type MandateTerms = {
  state: MandateState;
  services: readonly string[] | null;
  fromDay: Day;
  untilDay: Day | null;
};

/** True on a day on which the mandate may be used. */
export function isLive({ state, fromDay, untilDay }: MandateTerms, today: Day): boolean {
  const isGranted = state === 'declared' || state === 'active';
  return isGranted && fromDay <= today && (untilDay === null || today <= untilDay);
}

/** True when its days are over. */
export function isOver({ untilDay }: Pick<MandateTerms, 'untilDay'>, today: Day): boolean {
  return untilDay !== null && untilDay < today;
}

export function coversService({ services }: Pick<MandateTerms, 'services'>, slug: string): boolean {
  return services === null || services.includes(slug);
}

/** Whom a service is for: a business applies for what businesses need, everybody else for what people need. */
export function suitsParty(party: PartyKind, audience: readonly ('citizen' | 'business')[]): boolean {
  return audience.includes(party === 'business' ? 'business' : 'citizen');
}

/**
 * Which cases of the represented party a mandate opens: a parent those of the child and a business's people those of the
 * business, in the services of the mandate; a power of attorney only what was handed in by it.
 */
export function reachesCase(
  mandate: Pick<MandateTerms, 'services'> & { id: string; kind: MandateKind },
  row: { serviceSlug: string; mandateId: string | null },
): boolean {
  if (mandate.kind === 'power_of_attorney' && row.mandateId !== mandate.id) return false;
  return coversService(mandate, row.serviceSlug);
}

/** The last day on which somebody is a minor (§ 2 BGB; a 29 February ends as § 188 BGB says). */
export function lastDayAsChild(birthDate: Day): Day {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const eighteenth = new Date(Date.UTC(year + 18, month - 1, day)).toISOString().slice(0, 10) as Day;
  return addDays(eighteenth, -1);
}

/** True for a child who is born and not yet of age. */
export function isChild(birthDate: Day, today: Day): boolean {
  return birthDate <= today && today <= lastDayAsChild(birthDate);
}

/** An invitation code such as `7KQ4-M2XP-0F9T`: 60 bits, from random or keyed bytes (at least 12). Nobody guesses one within its days. */
export const invitationCode = (bytes: Uint8Array): string => codeFrom(bytes, { groups: 3, size: 4 });

/** A code as it was typed: small letters, spaces, and the letters that look like digits. */
export const normaliseCode = (typed: string): string => codeAsMeant(typed).replace(/[^0-9A-Z]/g, '');
