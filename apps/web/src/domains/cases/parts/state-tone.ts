import type { CaseState } from '@jena/shared/cases';

/** How a state looks: colour never stands alone, the badge says it in words. */
export const stateTone: Record<CaseState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  awaiting_signature: 'warning',
  submitted: 'info',
  in_review: 'info',
  evidence_requested: 'warning',
  to_confirm: 'info',
  approved: 'success',
  rejected: 'danger',
  delivered: 'success',
  withdrawn: 'neutral',
  objected: 'info',
  objection_passed_on: 'info',
  objection_denied: 'danger',
};

export const closedStates: readonly CaseState[] = ['rejected', 'delivered', 'withdrawn', 'objection_denied'];
