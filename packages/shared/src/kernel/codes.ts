/** Crockford's alphabet: 32 signs that are not taken for each other when read out. */
export const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of groups of signs, five bits each, such as `7KQ4-M2XP-0F9T`; from at least as many random or keyed bytes. */
export function codeFrom(bytes: Uint8Array, { groups, size }: { groups: number; size: number }): string {
  const signs = [...bytes.subarray(0, groups * size)].map((byte) => codeSigns[byte & 31] ?? '');
  return Array.from({ length: groups }, (_, at) => signs.slice(at * size, (at + 1) * size).join('')).join(
    '-',
  );
}

/** A code as it was meant: small letters, and the letters that look like digits. What stands between signs stays. */
export function codeAsMeant(typed: string): string {
  return typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}
