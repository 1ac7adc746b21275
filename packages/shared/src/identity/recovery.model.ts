import { codeAsMeant, codeFrom } from '../kernel/codes.ts';

/** 80 random bits: nobody guesses one within its day, nor from its keyed hash. */
const shape = { groups: 4, size: 4 };

/** Offices at whose counter an access is given back. */
export const recoveryOffices: readonly string[] = ['buergerservice'];

/** A code of a recovery letter such as `7KQ4-M2XP-0F9T-3C8D`, made of at least 16 random or keyed bytes. */
export const recoveryCode = (bytes: Uint8Array): string => codeFrom(bytes, shape);

/** A code as it was typed: small letters, spaces, and letters that look like digits; undefined when it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const code = codeAsMeant(typed).replace(/[^0-9A-Z]/g, '');
  return code.length === shape.groups * shape.size ? code : undefined;
}
