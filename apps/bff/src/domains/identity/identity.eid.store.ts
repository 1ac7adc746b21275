import { type EidState, openEidStates } from '@jena/shared/identity';
import type { Instant } from '@jena/shared/kernel';
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { EidLoginId, IdentityTables } from './identity.tables.ts';

type NewEidLogin = IdentityTables['identityEidLogins']['$inferInsert'];
export type EidLogin = IdentityTables['identityEidLogins']['$inferSelect'];

/** What a step may set besides the state. */
export type EidLoginChange = Partial<
  Pick<EidLogin, 'eidSessionId' | 'refreshHash' | 'subjectHash' | 'endsAt' | 'sealed'>
>;

/** Transactions with the online ID card. Each function takes the connection it works on. */
export function createEidLoginStore({ identityEidLogins: login }: IdentityTables) {
  return {
    async addEidLogin(tx: Writer, row: NewEidLogin): Promise<void> {
      await tx.insert(login).values(row);
    },

    async eidLoginByToken(db: Reader, tokenHash: string) {
      const [row] = await db.select().from(login).where(eq(login.tokenHash, tokenHash));
      return row;
    },

    async eidLoginByRefresh(db: Reader, refreshHash: string) {
      const [row] = await db.select().from(login).where(eq(login.refreshHash, refreshHash));
      return row;
    },

    /** Keeps the code of a reading; false when one was shown already, or the reading went on meanwhile. */
    async giveCode(
      tx: Writer,
      id: EidLoginId,
      code: { codeHash: string; codeEndsAt: Instant },
    ): Promise<boolean> {
      const given = await tx
        .update(login)
        .set(code)
        .where(and(eq(login.id, id), eq(login.state, 'token_issued'), isNull(login.codeHash)))
        .returning({ id: login.id });
      return given.length > 0;
    },

    /** The newest reading that began in this browser and whose code is shown in another. */
    async loginWithCode(db: Reader, browserHash: string): Promise<EidLogin | undefined> {
      const [row] = await db
        .select()
        .from(login)
        .where(
          and(eq(login.browserHash, browserHash), eq(login.state, 'token_issued'), isNotNull(login.codeHash)),
        )
        .orderBy(desc(login.startedAt), desc(login.id))
        .limit(1);
      return row;
    },

    /** Counts one try of a code; gives the number of tries, or undefined when there is none left. */
    async takeCodeTry(tx: Writer, id: EidLoginId, most: number): Promise<number | undefined> {
      const [row] = await tx
        .update(login)
        .set({ codeTries: sql`${login.codeTries} + 1` })
        .where(and(eq(login.id, id), eq(login.state, 'token_issued'), lt(login.codeTries, most)))
        .returning({ tries: login.codeTries });
      return row?.tries;
    },

    /** The newest login of this browser whose card nobody knew, while it may still lead on to a registration. */
    async unknownCardOf(db: Reader, browserHash: string, now: Instant): Promise<EidLogin | undefined> {
      const [row] = await db
        .select()
        .from(login)
        .where(
          and(
            eq(login.browserHash, browserHash),
            eq(login.purpose, 'login'),
            eq(login.state, 'verified'),
            isNotNull(login.subjectHash),
            gt(login.endsAt, now),
          ),
        )
        .orderBy(desc(login.endsAt), desc(login.id))
        .limit(1);
      return row;
    },

    /** A registration took up the unknown card of this browser: its pseudonym waits for nothing more. */
    async forgetUnknownCards(tx: Writer, browserHash: string): Promise<void> {
      await tx
        .update(login)
        .set({ subjectHash: null })
        .where(
          and(eq(login.browserHash, browserHash), eq(login.purpose, 'login'), isNotNull(login.subjectHash)),
        );
    },

    /** The newest card of this browser that waits for its person to say where it belongs. */
    async waitingCardOf(db: Reader, browserHash: string, now: Instant): Promise<EidLogin | undefined> {
      const [row] = await db
        .select()
        .from(login)
        .where(
          and(
            eq(login.browserHash, browserHash),
            eq(login.purpose, 'registration'),
            eq(login.state, 'verified'),
            isNotNull(login.sealed),
            gt(login.endsAt, now),
          ),
        )
        .orderBy(desc(login.endsAt), desc(login.id))
        .limit(1);
      return row;
    },

    /** Takes the waiting card, once. */
    async takeWaitingCard(tx: Writer, id: EidLoginId): Promise<boolean> {
      const taken = await tx
        .update(login)
        .set({ sealed: null, subjectHash: null })
        .where(and(eq(login.id, id), isNotNull(login.sealed)))
        .returning({ id: login.id });
      return taken.length > 0;
    },

    /** Forgets what waiting cards said once nobody can settle them any more. */
    async forgetWaitingCards(tx: Writer, now: Instant): Promise<void> {
      await tx
        .update(login)
        .set({ sealed: null, subjectHash: null })
        .where(and(isNotNull(login.sealed), lt(login.endsAt, now)));
    },

    /** Gives the token away; false when it was given already. */
    async takeEidToken(tx: Writer, id: EidLoginId, at: Instant): Promise<boolean> {
      const taken = await tx
        .update(login)
        .set({ tokenTakenAt: at })
        .where(and(eq(login.id, id), eq(login.state, 'created'), isNull(login.tokenTakenAt)))
        .returning({ id: login.id });
      return taken.length > 0;
    },

    /** Those that are still open though their time is over. */
    async lateEidLogins(db: Reader, now: Instant): Promise<EidLogin[]> {
      return db
        .select()
        .from(login)
        .where(and(inArray(login.state, openEidStates), lt(login.endsAt, now)))
        .orderBy(asc(login.endsAt), asc(login.id));
    },

    /** Moves a login on; false when it is no longer in that state, so that each step is taken once. */
    async moveEidLogin(
      tx: Writer,
      from: Pick<EidLogin, 'id' | 'state'>,
      change: EidLoginChange & { state: EidState },
    ): Promise<boolean> {
      const moved = await tx
        .update(login)
        .set(change)
        .where(and(eq(login.id, from.id), eq(login.state, from.state)))
        .returning({ id: login.id });
      return moved.length > 0;
    },

    /** Forgets transactions that began long ago, however they ended. */
    async forgetEidLogins(tx: Writer, startedBefore: Instant): Promise<void> {
      await tx.delete(login).where(lt(login.startedAt, startedBefore));
    },
  };
}
