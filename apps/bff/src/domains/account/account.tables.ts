import { type AccountId, languageSchema } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** What the account knows about its person, besides how they log in. */
export const accountTables = (k: Kit) => {
  const accountProfiles = k.table('account_profile', {
    accountId: k.id<AccountId>('account_id'),
    /** Sealed: what the online ID card said last. */
    card: k.bytes('card'),
    cardReadAt: k.instant('card_read_at'),
    language: k.choice('language', languageSchema.options as ['de', 'en']).notNull(),
    /** Sealed: where the person may be written to, if they said so. */
    email: k.bytes('email'),
  });

  return { accountProfiles };
};

export type AccountTables = ReturnType<typeof accountTables>;
