import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be mistaken for each other when read out (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new reference such as `J-7KQ4-M2XP`: 40 random bits, speakable, unique by the table's index. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `J-${group()}-${group()}`;
}
