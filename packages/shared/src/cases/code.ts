/** Crockford's alphabet: 32 signs that are not taken for each other. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/** The code of a decision such as `7KQ4A-M2XP0-9FT3D-0RZWC`: 100 bits, from random or keyed bytes (at least 20). */
export function decisionCode(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte & 31] ?? '');
  return [0, 5, 10, 15].map((from) => signs.slice(from, from + 5).join('')).join('-');
}

/** A code as it was typed, or undefined when it cannot be one: small letters, spaces, letters that look like digits. */
export function readDecisionCode(typed: string): string | undefined {
  const signs = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[\s–-]/g, '');
  return signs.length === codeLength && [...signs].every((sign) => alphabet.includes(sign))
    ? signs
    : undefined;
}

/** SHA-256 in base64url. Needs a secure context in browsers. */
export async function digestOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
