import type { CardData } from '@jena/shared/account';
import { type AccountId, plainName } from '@jena/shared/kernel';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { AccountDeps } from './account.profile.ts';

/** Whose accounts are of somebody of the same name and birth date. A hint, never a proof: namesakes are born every day. */
export type FindAlike = (db: Reader, card: CardData) => Promise<AccountId[]>;

const plain = (name: string | null): string => plainName(name ?? '');

/**
 * Keyed hashes by which somebody of the same first given name, birth date and family or birth name is found again: a
 * wedding changes one of the two names, not both. Empty when the card says too little.
 */
export function likenessOf(
  keys: Pick<Keys, 'blindIndex'>,
  { givenNames, familyName, birthName, birthDate }: CardData,
): string[] {
  if (birthDate === null) return [];
  const [first = ''] = plain(givenNames).split(' ');
  const names = new Set([plain(familyName), plain(birthName)].filter((name) => name !== ''));
  return [...names].map((name) =>
    keys.blindIndex('account.likeness', JSON.stringify([first, name, birthDate])),
  );
}

export async function findAlike(
  { accounts, keys }: AccountDeps,
  db: Reader,
  card: CardData,
): Promise<AccountId[]> {
  return accounts.alike(db, likenessOf(keys, card));
}
