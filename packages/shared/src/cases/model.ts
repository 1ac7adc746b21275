import { caseNotInState } from './errors.ts';

export const caseStates = [
  'submitted',
  'in_review',
  'evidence_requested',
  'approved',
  'rejected',
  'delivered',
  'withdrawn',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseEventTypes = [
  'submitted',
  'claimed',
  'evidence_viewed',
  'evidence_requested',
  'evidence_added',
  'document_shared',
  'share_ended',
  'approved',
  'rejected',
  'delivered',
  'withdrawn',
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];

/** The one state machine of a case: in which states an event may happen, and where it leads. `null` keeps the state. */
const transitions: Record<CaseEventType, Partial<Record<CaseState | 'none', CaseState | null>>> = {
  submitted: { none: 'submitted' },
  claimed: { submitted: 'in_review', in_review: null, evidence_requested: null },
  evidence_viewed: {
    submitted: null,
    in_review: null,
    evidence_requested: null,
    approved: null,
    rejected: null,
    delivered: null,
  },
  evidence_requested: { in_review: 'evidence_requested' },
  evidence_added: { evidence_requested: 'in_review' },
  document_shared: { submitted: null, in_review: null, evidence_requested: null },
  share_ended: { submitted: null, in_review: null, evidence_requested: null },
  approved: { in_review: 'approved' },
  rejected: { in_review: 'rejected' },
  delivered: { approved: 'delivered' },
  withdrawn: { submitted: 'withdrawn', in_review: 'withdrawn', evidence_requested: 'withdrawn' },
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

/** States in which the citizen must act. */
export function waitsForCitizen(state: CaseState): boolean {
  return state === 'evidence_requested';
}
