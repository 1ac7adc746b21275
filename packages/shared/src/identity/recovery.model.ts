/** Letters and digits that cannot be mistaken for each other when read out (Crockford). */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 random bits: nobody guesses one within its day, nor from its keyed hash. */
export const recoveryCodeLength = 16;

/** Offices at whose counter an access is given back. */
export const recoveryOffices: readonly string[] = ['buergerservice'];

/** A code of a recovery letter such as `7KQ4-M2XP-0F9T-3C8D`, made of at least 16 random or keyed bytes. */
export function recoveryCode(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, recoveryCodeLength)].map((byte) => codeAlphabet[byte & 31] ?? '');
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-');
}

/** A code as it was typed: small letters, spaces, and letters that look like digits; undefined when it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return code.length === recoveryCodeLength ? code : undefined;
}
