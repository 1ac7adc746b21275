import { caseNotInState } from './errors.ts';

export const caseStates = [
  'awaiting_signature',
  'submitted',
  'in_review',
  'evidence_requested',
  'to_confirm',
  'approved',
  'rejected',
  'delivered',
  'withdrawn',
  'objected',
  'objection_passed_on',
  'objection_denied',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseEventTypes = [
  'co_sign_requested',
  'co_signed',
  'co_sign_refused',
  'co_sign_withdrawn',
  'co_sign_expired',
  'submitted',
  'claimed',
  'prechecked',
  'person_wanted',
  'evidence_viewed',
  'evidence_requested',
  'evidence_added',
  'document_shared',
  'share_ended',
  'decision_proposed',
  'proposal_returned',
  'approved',
  'rejected',
  'delivered',
  'withdrawn',
  'message_sent',
  'objected',
  'objection_passed_on',
  'objection_denied',
  'reopened',
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];

/** The one state machine of a case: in which states an event may happen, and where it leads. `null` keeps the state. */
const transitions: Record<CaseEventType, Partial<Record<CaseState | 'none', CaseState | null>>> = {
  // A second person has to sign: until then the office does not have it.
  co_sign_requested: { none: 'awaiting_signature', awaiting_signature: null },
  co_signed: { awaiting_signature: null },
  co_sign_refused: { awaiting_signature: null },
  co_sign_withdrawn: { awaiting_signature: null },
  co_sign_expired: { awaiting_signature: null },
  submitted: { none: 'submitted', awaiting_signature: 'submitted' },
  claimed: {
    submitted: 'in_review',
    in_review: null,
    evidence_requested: null,
    objected: null,
    objection_passed_on: null,
  },
  evidence_viewed: {
    submitted: null,
    in_review: null,
    evidence_requested: null,
    to_confirm: null,
    approved: null,
    rejected: null,
    delivered: null,
    objected: null,
    objection_passed_on: null,
    objection_denied: null,
  },
  /** A rule looked at it and left it to a person. */
  prechecked: { submitted: null, in_review: null },
  /** The applicant wants a human to decide. */
  person_wanted: { submitted: null, in_review: null, evidence_requested: 'in_review' },
  // From `submitted` by a rule alone: whoever works for the city takes a case first.
  evidence_requested: { submitted: 'evidence_requested', in_review: 'evidence_requested' },
  evidence_added: { evidence_requested: 'in_review' },
  // What somebody proposed was about other papers: it is looked at anew.
  document_shared: {
    submitted: null,
    in_review: null,
    evidence_requested: null,
    to_confirm: 'in_review',
    objected: null,
  },
  share_ended: {
    submitted: null,
    in_review: null,
    evidence_requested: null,
    to_confirm: 'in_review',
    objected: null,
  },
  // Where two have to agree (docs/decisions/0081), the second one's word decides.
  decision_proposed: { in_review: 'to_confirm' },
  proposal_returned: { to_confirm: 'in_review' },
  approved: { submitted: 'approved', in_review: 'approved', to_confirm: 'approved' },
  rejected: { in_review: 'rejected', to_confirm: 'rejected' },
  // A refusal is a letter too; its case stays what it is.
  delivered: { approved: 'delivered', rejected: null, objection_denied: null },
  withdrawn: {
    awaiting_signature: 'withdrawn',
    submitted: 'withdrawn',
    in_review: 'withdrawn',
    evidence_requested: 'withdrawn',
    to_confirm: 'withdrawn',
  },
  message_sent: {
    submitted: null,
    in_review: null,
    evidence_requested: null,
    to_confirm: null,
    approved: null,
    rejected: null,
    delivered: null,
    withdrawn: null,
    objected: null,
    objection_passed_on: null,
    objection_denied: null,
  },
  objected: { delivered: 'objected', rejected: 'objected' },
  // The office does not give in: another authority decides (§ 73 (1) VwGO, § 10 (1) ThürAGVwGO).
  objection_passed_on: { objected: 'objection_passed_on' },
  objection_denied: { objected: 'objection_denied', objection_passed_on: 'objection_denied' },
  // The office takes up again what it decided: by an objection (§ 72 VwGO) or of itself (§§ 48, 49, 51 VwVfG).
  reopened: {
    delivered: 'in_review',
    rejected: 'in_review',
    objected: 'in_review',
    objection_passed_on: 'in_review',
    objection_denied: 'in_review',
  },
};

/** True when the event may happen in this state. */
export function mayHappen(state: CaseState | 'none', event: CaseEventType): boolean {
  return transitions[event][state] !== undefined;
}

/**
 * The state after an event.
 * @throws cases.not_in_state when the event may not happen now (someone else was quicker, or the case is closed)
 */
export function nextState(state: CaseState | 'none', event: CaseEventType): CaseState {
  const next = transitions[event][state];
  if (next === undefined) throw caseNotInState({ state, event });
  return next ?? (state as CaseState);
}

/** Who has to act next: the person, the office, the product itself, an authority above the city, or nobody any more. */
export const turns = ['citizen', 'office', 'system', 'authority', 'nobody'] as const;
export type Turn = (typeof turns)[number];

const turnOf: Record<CaseState, Turn> = {
  awaiting_signature: 'citizen',
  submitted: 'office',
  in_review: 'office',
  evidence_requested: 'citizen',
  to_confirm: 'office',
  approved: 'system',
  rejected: 'nobody',
  delivered: 'nobody',
  withdrawn: 'nobody',
  objected: 'office',
  objection_passed_on: 'authority',
  objection_denied: 'nobody',
};

export const turnIn = (state: CaseState): Turn => turnOf[state];

/** The moment since which it is somebody's turn: of the last event that gave it to them. Events oldest first. */
export function turnSince<E extends { type: CaseEventType; at: string }>(
  events: readonly E[],
): E['at'] | null {
  let state: CaseState | 'none' = 'none';
  let since: E['at'] | null = null;
  for (const { type, at } of events) {
    const next: CaseState | null = mayHappen(state, type) ? nextState(state, type) : null;
    if (next === null) continue;
    if (state === 'none' || turnOf[state] !== turnOf[next]) since = at;
    state = next;
  }
  return since;
}

/** States in which the citizen must act. */
export function waitsForCitizen(state: CaseState): boolean {
  return turnOf[state] === 'citizen';
}
