import type { AccountId, Instant, Language } from '@jena/shared/kernel';
import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AccountTables } from './account.tables.ts';

export type ProfileRow = AccountTables['accountProfiles']['$inferSelect'];

/** Reads and writes of the account domain. Each function takes the connection it works on. */
export function createAccountStore({ accountProfiles: t }: AccountTables) {
  return {
    async profile(db: Reader, accountId: AccountId): Promise<ProfileRow | undefined> {
      const [row] = await db.select().from(t).where(eq(t.accountId, accountId));
      return row;
    },

    /** Keeps the card's newest data; the rest of the profile stays. */
    async saveCard(
      tx: Writer,
      { accountId, card, at }: { accountId: AccountId; card: Buffer; at: Instant },
    ): Promise<void> {
      const read = { card, cardReadAt: at };
      await tx
        .insert(t)
        .values({ accountId, ...read, language: 'de', email: null })
        .onConflictDoUpdate({ target: t.accountId, set: read });
    },

    async setLanguage(tx: Writer, accountId: AccountId, language: Language): Promise<void> {
      await tx
        .insert(t)
        .values({ accountId, card: null, cardReadAt: null, language, email: null })
        .onConflictDoUpdate({ target: t.accountId, set: { language } });
    },
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;
