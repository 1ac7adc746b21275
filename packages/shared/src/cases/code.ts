import { codeAsMeant, codeFrom, codeSigns } from '../kernel/codes.ts';

const shape = { groups: 4, size: 5 };

/** The code of a decision such as `7KQ4A-M2XP0-9FT3D-0RZWC`: 100 bits, from random or keyed bytes (at least 20). */
export const decisionCode = (bytes: Uint8Array): string => codeFrom(bytes, shape);

/** A code as it was typed, or undefined when it cannot be one: small letters, spaces, letters that look like digits. */
export function readDecisionCode(typed: string): string | undefined {
  const signs = codeAsMeant(typed).replace(/[\s–-]/g, '');
  return signs.length === shape.groups * shape.size && [...signs].every((sign) => codeSigns.includes(sign))
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
