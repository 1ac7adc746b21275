/**
 * What a card is read for. A login asks for the pseudonym alone; a registration, once, for names, birth date and address;
 * `card` reads them again because the person wants it, `join` gives an account one more card; a verification asks
 * yes-or-no questions.
 */
export const eidPurposes = ['login', 'registration', 'card', 'join', 'verification'] as const;
export type EidPurpose = (typeof eidPurposes)[number];

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

/** Letters and digits that nobody takes for one another. */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const codeLength = 8;

/** A code as people type it, e.g. 'abcd efgh', as it was shown: 'ABCDEFGH'; undefined when it cannot be one. */
export function typedCode(text: string): string | undefined {
  const code = text.toUpperCase().replaceAll(/[\s\-–]/g, '');
  const isOne = code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter));
  return isOne ? code : undefined;
}
