/** States of one transaction with the online ID card (BSI TR-03130-1, TR-03124-1). */
export const eidStates = [
  'created',
  'token_issued',
  'returned',
  'verified',
  'denied',
  'cancelled',
  'failed',
  'expired',
] as const;
export type EidState = (typeof eidStates)[number];

/** Where each state may lead; what leads nowhere is the end. */
export const eidSteps: Readonly<Record<EidState, readonly EidState[]>> = {
  created: ['token_issued', 'failed', 'expired'],
  token_issued: ['returned', 'cancelled', 'failed', 'expired'],
  returned: ['verified', 'denied', 'failed', 'expired'],
  verified: [],
  denied: [],
  cancelled: [],
  failed: [],
  expired: [],
};

/** The states that time can end. */
export const openEidStates = eidStates.filter((state) => eidSteps[state].includes('expired'));
