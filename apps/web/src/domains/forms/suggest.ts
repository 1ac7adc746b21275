import { foldStreet } from '@jena/shared/forms';

const enough = 12;

/** Streets that what is typed may become; those that begin with it first. None for the street itself or a single letter. */
export function suggestStreets(streets: readonly string[], typed: string): string[] {
  const wanted = foldStreet(typed);
  if (wanted.length < 2) return [];
  const folded = streets.map((street) => ({ street, folded: foldStreet(street) }));
  const beginning = folded.filter((one) => one.folded.startsWith(wanted));
  const inside = folded.filter((one) => !one.folded.startsWith(wanted) && one.folded.includes(wanted));
  const found = [...beginning, ...inside].slice(0, enough).map((one) => one.street);
  return found.length === 1 && found[0] === typed ? [] : found;
}
