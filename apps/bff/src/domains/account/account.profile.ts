import { type CardData, cardDataSchema, type Profile } from '@jena/shared/account';
import type { AccountId, Instant } from '@jena/shared/kernel';
import type { Keys } from '../../platform/crypto/keys.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { likenessOf } from './account.alike.ts';
import type { AccountStore } from './account.store.ts';

export type AccountDeps = { accounts: AccountStore; keys: Keys };

export type SaveCard = (
  tx: Writer,
  read: { accountId: AccountId; card: CardData; at: Instant },
) => Promise<void>;

const cardPlace = (accountId: AccountId) => `account.card|${accountId}`;

/** Keeps what the card said at this login. The first time also makes the person's key. */
export async function saveCard(
  { accounts, keys }: AccountDeps,
  tx: Writer,
  { accountId, card, at }: Parameters<SaveCard>[1],
): Promise<void> {
  const key = await keys.create(tx, accountId);
  await accounts.saveCard(tx, { accountId, card: sealJson(key, cardPlace(accountId), card), at });
  await accounts.keepLikeness(tx, accountId, likenessOf(keys, card));
}

/** What the account knows about its person; empty before the first card was read. */
export async function profileOf(
  { accounts, keys }: AccountDeps,
  db: Reader,
  accountId: AccountId,
): Promise<Profile> {
  const row = await accounts.profile(db, accountId);
  if (row === undefined || row.card === null) {
    return { card: null, cardReadAt: null, language: row?.language ?? 'de' };
  }
  const card = cardDataSchema.parse(openJson(await keys.of(db, accountId), cardPlace(accountId), row.card));
  return { card, cardReadAt: row.cardReadAt, language: row.language };
}

/** Small words of German and Dutch family names. */
const particles = new Set([
  'von',
  'vom',
  'van',
  'zu',
  'zum',
  'zur',
  'und',
  'der',
  'den',
  'dem',
  'de',
  'am',
  'im',
  'ter',
  'ten',
]);

/** Chips hold names in capital letters; read out to a person that would be shouting. Mixed writing stays as it is. */
function withoutShouting(name: string): string {
  if (name !== name.toLocaleUpperCase('de')) return name;
  return name
    .toLocaleLowerCase('de')
    .replace(/[\p{L}\p{M}]+/gu, (word) =>
      particles.has(word) ? word : word.charAt(0).toLocaleUpperCase('de') + word.slice(1),
    );
}

/**
 * How a person is called: title, given names and family name as the card has them; empty when it has none. A business's
 * certificate may name nobody.
 */
export function nameOnCard(card: CardData | null): string {
  const name = [card?.academicTitle, card?.givenNames, card?.familyName]
    .map((part) => withoutShouting(part?.trim() ?? ''))
    .filter((part) => part !== '')
    .join(' ');
  return name === '' && card?.origin?.provider === 'muk' ? 'Unternehmenskonto' : name;
}
