import type { AccountId, Instant, StaffId, StaffRole } from '@jena/shared/kernel';
import { eq, lt } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { createEidLoginStore } from './identity.eid.store.ts';
import { createKnownDeviceStore } from './identity.known.store.ts';
import { createPasskeyStore } from './identity.passkeys.store.ts';
import { createRecoveryStore } from './identity.recovery.store.ts';
import { createSamlStore } from './identity.saml.store.ts';
import { createSessionStore } from './identity.sessions.store.ts';
import type { IdentityTables } from './identity.tables.ts';

type NewRow<Table extends { $inferInsert: unknown }> = Table['$inferInsert'];

/** Reads and writes of the identity domain. Each function takes the connection it works on. */
export function createIdentityStore(t: IdentityTables) {
  return {
    ...createEidLoginStore(t),
    ...createSessionStore(t),
    ...createSamlStore(t),
    ...createPasskeyStore(t),
    ...createKnownDeviceStore(t),
    ...createRecoveryStore(t),

    async accountBySubject(db: Reader, subjectHash: string): Promise<AccountId | undefined> {
      const [row] = await db
        .select({ accountId: t.identityCredentials.accountId })
        .from(t.identityCredentials)
        .where(eq(t.identityCredentials.subjectHash, subjectHash));
      return row?.accountId;
    },

    async addAccount(
      tx: Writer,
      account: { id: AccountId; subjectHash: string; at: Instant },
    ): Promise<void> {
      await tx.insert(t.identityAccounts).values({ id: account.id, createdAt: account.at });
      await this.addCredential(tx, { ...account, accountId: account.id });
    },

    /** One more way into an account: the keyed hash of a card's pseudonym. */
    async addCredential(
      tx: Writer,
      { accountId, subjectHash, at }: { accountId: AccountId; subjectHash: string; at: Instant },
    ): Promise<void> {
      await tx
        .insert(t.identityCredentials)
        .values({ subjectHash, provider: 'eid', accountId, createdAt: at });
    },

    async accountSince(db: Reader, id: AccountId): Promise<Instant | null> {
      const [row] = await db
        .select({ createdAt: t.identityAccounts.createdAt })
        .from(t.identityAccounts)
        .where(eq(t.identityAccounts.id, id));
      return row?.createdAt ?? null;
    },

    /** By what a person may log in, and since when. */
    async waysIn(db: Reader, accountId: AccountId) {
      const { provider, createdAt } = t.identityCredentials;
      return db
        .select({ provider, createdAt })
        .from(t.identityCredentials)
        .where(eq(t.identityCredentials.accountId, accountId))
        .orderBy(createdAt);
    },

    /** An account for those who are represented by others: a child, a business. Nobody can log in to it. */
    async addAccountWithoutLogin(tx: Writer, account: { id: AccountId; at: Instant }): Promise<void> {
      await tx.insert(t.identityAccounts).values({ id: account.id, createdAt: account.at });
    },

    async addStaffLogin(tx: Writer, login: NewRow<IdentityTables['identityStaffLogins']>): Promise<void> {
      await tx.insert(t.identityStaffLogins).values(login);
    },

    /** Takes a staff login out: it serves once. */
    async takeStaffLogin(tx: Writer, stateHash: string) {
      const [row] = await tx
        .delete(t.identityStaffLogins)
        .where(eq(t.identityStaffLogins.stateHash, stateHash))
        .returning();
      return row;
    },

    /** Keeps the person known to the provider up to date; gives our own id for them. */
    async saveStaff(
      tx: Writer,
      staff: {
        id: StaffId;
        subject: string;
        name: string;
        officeId: string;
        roles: StaffRole[];
        at: Instant;
      },
    ): Promise<StaffId> {
      const known = { name: staff.name, officeId: staff.officeId, roles: staff.roles, lastLoginAt: staff.at };
      const [row] = await tx
        .insert(t.identityStaff)
        .values({ id: staff.id, subject: staff.subject, ...known })
        .onConflictDoUpdate({ target: t.identityStaff.subject, set: known })
        .returning({ id: t.identityStaff.id });
      return row?.id ?? staff.id;
    },

    /** Who works on cases at an office, by name. */
    async caseworkersOf(db: Reader, officeId: string): Promise<{ id: StaffId; name: string }[]> {
      const rows = await db
        .select({ id: t.identityStaff.id, name: t.identityStaff.name, roles: t.identityStaff.roles })
        .from(t.identityStaff)
        .where(eq(t.identityStaff.officeId, officeId));
      return rows
        .filter(({ roles }) => roles.includes('caseworker'))
        .map(({ id, name }) => ({ id, name }))
        .sort((one, other) => one.name.localeCompare(other.name, 'de'));
    },

    async staffName(db: Reader, id: StaffId): Promise<string | undefined> {
      const [row] = await db
        .select({ name: t.identityStaff.name })
        .from(t.identityStaff)
        .where(eq(t.identityStaff.id, id));
      return row?.name;
    },

    /** Removes what has run out: sessions, logins of staff and asked passkeys that nobody finished. */
    async sweep(tx: Writer, now: Instant): Promise<void> {
      await tx.delete(t.identitySessions).where(lt(t.identitySessions.endsAt, now));
      await tx.delete(t.identityStaffLogins).where(lt(t.identityStaffLogins.endsAt, now));
      await tx.delete(t.identityPasskeyChallenges).where(lt(t.identityPasskeyChallenges.endsAt, now));
    },
  };
}

export type IdentityStore = ReturnType<typeof createIdentityStore>;
