import type { LocalBundlePart } from '@jena/content';
import type { PartInstance } from '@jena/shared/forms';

/** „Auto“, or „Schule, Person 2“: people in the group are numbered from 2, the first is who applies. */
export function partName(
  { part, index }: PartInstance<LocalBundlePart>,
  person: (number: number) => string,
): string {
  return index === null ? part.label : `${part.label}, ${person(index + 2)}`;
}
