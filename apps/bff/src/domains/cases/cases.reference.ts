import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be mistaken for each other when read out (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference such as `J-7KQ4-M2XP`: 40 random bits, speakable. Among a million, one is drawn twice now and then. */
function draw(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `J-${group()}-${group()}`;
}

/**
 * A new reference that no case has. Should two transactions of one moment draw the same, the table's index refuses the
 * second, and its sender tries again.
 */
export async function newReference(
  isTaken: (reference: string) => Promise<boolean>,
  drawOne = draw,
): Promise<string> {
  for (;;) {
    const reference = drawOne();
    if (!(await isTaken(reference))) return reference;
  }
}
