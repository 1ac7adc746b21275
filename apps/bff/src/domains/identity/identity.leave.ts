import type { AccountId, Instant } from '@jena/shared/kernel';
import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '../../platform/db/access.ts';
import type { IdentityTables } from './identity.tables.ts';

/**
 * Forgets how a person logs in. Their sessions stay until their time is up, ended and nobody's: so each device learns
 * that it must forget what it has.
 */
export async function eraseLogins(
  tx: Writer,
  t: IdentityTables,
  { accountId, at }: { accountId: AccountId; at: Instant },
): Promise<void> {
  const { identitySessions: sessions } = t;
  await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)));
  await tx
    .update(sessions)
    .set({ accountId: null, passkeyId: null })
    .where(eq(sessions.accountId, accountId));
  for (const table of [
    t.identityCredentials,
    t.identityPasskeys,
    t.identityEidLogins,
    t.identitySamlLogins,
    t.identityKnownDevices,
    t.identityRecoveries,
  ])
    await tx.delete(table).where(eq(table.accountId, accountId));
  await tx.delete(t.identityAccounts).where(eq(t.identityAccounts.id, accountId));
}
