import type { Leaving } from '@jena/shared/account';
import {
  type AccountId,
  type Actor,
  type DocumentId,
  type Instant,
  newId,
  toInstant,
} from '@jena/shared/kernel';
import { forgetAccess } from '../../platform/access-chain.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { planJob } from '../../platform/jobs.ts';
import type { AccountDeps } from './account.profile.ts';

/** What each domain does when a person leaves; none of them knows of the others. */
export type LeavingDeps = AccountDeps & {
  tables: AppTables;
  clock: Clock;
  cases: {
    atLeaving(db: Reader, ownerId: AccountId): Promise<Leaving['cases']>;
    /** Gives the documents that cases still need. */
    leave(
      tx: Writer,
      parting: { actor: Actor; accountId: AccountId; heir: AccountId },
    ): Promise<DocumentId[]>;
  };
  vault: {
    countOf(db: Reader, ownerId: AccountId): Promise<number>;
    handOver(
      tx: Writer,
      given: { ids: readonly DocumentId[]; from: AccountId; heir: AccountId },
    ): Promise<void>;
    eraseAll(tx: Writer, ownerId: AccountId): Promise<void>;
  };
  mandates: {
    /** Children and businesses for whom nobody else acts. */
    solelyRepresented(db: Reader, accountId: AccountId): Promise<AccountId[]>;
    /** Ends and forgets all mandates of an account, in both directions. */
    erase(tx: Writer, accountId: AccountId): Promise<void>;
  };
  /** What the person began, and what others began for them. */
  eraseDrafts(tx: Writer, accountId: AccountId): Promise<void>;
  eraseMessages(tx: Writer, accountId: AccountId): Promise<void>;
  eraseLogins(tx: Writer, person: { accountId: AccountId; at: Instant }): Promise<void>;
};

/** The person, and those whom nobody represents after them. */
async function leavers(deps: LeavingDeps, db: Reader, accountId: AccountId): Promise<AccountId[]> {
  return [...(await deps.mandates.solelyRepresented(db, accountId)), accountId];
}

/** What would go and what would stay, to be read before. */
export async function leavingOf(deps: LeavingDeps, db: Reader, accountId: AccountId): Promise<Leaving> {
  const cases: Leaving['cases'] = [];
  for (const each of await leavers(deps, db, accountId))
    cases.push(...(await deps.cases.atLeaving(db, each)));
  return { documents: await deps.vault.countOf(db, accountId), cases };
}

/**
 * Erases a person (GDPR Art. 17), by their own wish or because the account was not used for long, and with them the children and businesses for whom nobody else acts: their keys are
 * destroyed, so that nothing sealed for them can be read again, here or in a backup; rows and files go too. What an
 * office must keep goes on under an owner without a name, whose key knows nothing of the person.
 * @throws account.erasure_waits
 */
export async function leave(
  deps: LeavingDeps,
  tx: Writer,
  { actor, accountId: leaver }: { actor: Actor; accountId: AccountId },
): Promise<void> {
  const heir = newId<'account'>() as AccountId;
  for (const accountId of await leavers(deps, tx, leaver))
    await eraseOne(deps, tx, { actor, accountId, heir });
}

async function eraseOne(
  deps: LeavingDeps,
  tx: Writer,
  parting: { actor: Actor; accountId: AccountId; heir: AccountId },
): Promise<void> {
  const { accountId, heir } = parting;
  const at = toInstant(deps.clock.now());
  const ids = await deps.cases.leave(tx, parting);
  await deps.vault.handOver(tx, { ids, from: accountId, heir });
  await deps.vault.eraseAll(tx, accountId);
  await deps.eraseDrafts(tx, accountId);
  await deps.eraseMessages(tx, accountId);
  await deps.mandates.erase(tx, accountId);
  for (const { id } of await deps.accounts.exportsOf(tx, accountId)) {
    await deps.accounts.removeExport(tx, id);
    await planJob(tx, deps.tables, { kind: 'account.export_end', payload: { exportId: id }, at });
  }
  await deps.accounts.forget(tx, accountId);
  await forgetAccess(tx, deps.tables, accountId);
  await deps.eraseLogins(tx, { accountId, at });
  await deps.keys.destroy(tx, accountId);
}
