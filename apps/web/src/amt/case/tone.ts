import type { CaseState } from '@jena/shared/cases';

const tones = {
  awaiting_signature: 'light',
  submitted: 'light',
  in_review: 'info',
  evidence_requested: 'warning',
  to_confirm: 'warning',
  approved: 'success',
  rejected: 'danger',
  delivered: 'success',
  withdrawn: 'neutral',
  objected: 'warning',
  objection_passed_on: 'warning',
  objection_denied: 'danger',
} as const satisfies Record<CaseState, string>;

/** The colour beside a state's word. */
export const stateTone = (state: CaseState) => tones[state];
