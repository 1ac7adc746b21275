import { addedKinds, claimKinds } from '@jena/shared/account';
import { type AccountId, type ExportId, languageSchema } from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';

/** What the account knows about its person, besides how they log in. */
export const accountTables = (k: Kit) => {
  const accountProfiles = k.table('account_profile', {
    accountId: k.id<AccountId>('account_id'),
    /** Sealed: what the online ID card said last. */
    card: k.bytes('card'),
    cardReadAt: k.instant('card_read_at'),
    language: k.choice('language', languageSchema.options as ['de', 'en']).notNull(),
  });

  /** Archives of a person's own data that are being made or wait to be fetched. The file lies sealed in the file store. */
  const accountExports = k.table(
    'account_export',
    {
      id: k.id<ExportId>('id'),
      accountId: k.text<AccountId>('account_id').notNull(),
      /** The archive's key, wrapped with its owner's key. */
      fileKey: k.bytes('file_key').notNull(),
      requestedAt: k.instant('requested_at').notNull(),
      /** Null while it is being made. */
      readyAt: k.instant('ready_at'),
      /** Until when it can be fetched. */
      endsAt: k.instant('ends_at'),
      bytes: k.int('bytes'),
    },
    (t) => [k.index('account_export_account').on(t.accountId, t.requestedAt)],
  );

  /** What the card confirmed by yes or no, newest answer only. */
  const accountClaims = k.table(
    'account_claim',
    {
      accountId: k.text<AccountId>('account_id').notNull(),
      kind: k.choice('kind', claimKinds).notNull(),
      /** Sealed: what exactly was confirmed. */
      sealed: k.bytes('sealed').notNull(),
      verifiedAt: k.instant('verified_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.accountId, t.kind] })],
  );

  /** What the person added to their profile, one row for each kind. */
  const accountAdded = k.table(
    'account_added',
    {
      accountId: k.text<AccountId>('account_id').notNull(),
      kind: k.choice('kind', addedKinds).notNull(),
      /** Sealed: what it is, and when it was confirmed or agreed to. */
      sealed: k.bytes('sealed').notNull(),
      /** Taken away a moment ago: nobody sees it any more, but the person may take it back. */
      removedAt: k.instant('removed_at'),
    },
    (t) => [k.primaryKey({ columns: [t.accountId, t.kind] })],
  );

  /** Keyed hashes of name and birth date: they find somebody alike, and say nothing by themselves. */
  const accountLikeness = k.table(
    'account_likeness',
    { hash: k.text('hash').notNull(), accountId: k.text<AccountId>('account_id').notNull() },
    (t) => [
      k.primaryKey({ columns: [t.hash, t.accountId] }),
      k.index('account_likeness_account').on(t.accountId),
    ],
  );

  return { accountProfiles, accountExports, accountClaims, accountAdded, accountLikeness };
};

export type AccountTables = ReturnType<typeof accountTables>;
