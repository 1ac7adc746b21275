import type { AccountId } from '@jena/shared/kernel';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { contactOf, mailboxOf } from './account.added.ts';
import { type FindAlike, findAlike } from './account.alike.ts';
import { claimsOf, type SaveClaims, saveClaims } from './account.claims.ts';
import { type AccountDeps, nameOnCard, profileOf, type SaveCard, saveCard } from './account.profile.ts';
import { personalSeal } from './account.seal.ts';
import { createAccountStore } from './account.store.ts';

export { accessLogOf } from './account.access.ts';
export { createAddedRouter } from './account.added.router.ts';
export type { AddedDeps } from './account.added.ts';
export type { FindAlike } from './account.alike.ts';
export type { SaveClaims } from './account.claims.ts';
export { emailCodeLimit } from './account.email.ts';
export type { ExportDeps } from './account.export.ts';
export { accountRoutes } from './account.http.ts';
export { accountJobs } from './account.jobs.ts';
export { createLeavingRouter } from './account.leave.router.ts';
export type { LeavingDeps } from './account.leave.ts';
export { accountPart } from './account.part.ts';
export type { AccountDeps, SaveCard } from './account.profile.ts';
export { createAccountRouter } from './account.router.ts';

/** The domain's half of the composition: its own deps, and the face to other domains. */
export function createAccountDomain({ store, keys }: { store: Store; keys: Keys }) {
  const account: AccountDeps = { accounts: createAccountStore(store.tables), keys };
  const save: SaveCard = (tx, read) => saveCard(account, tx, read);
  const alike: FindAlike = (db, card) => findAlike(account, db, card);
  const keepClaims: SaveClaims = (tx, given) => saveClaims(account, tx, given);
  return {
    account,
    saveCard: save,
    saveClaims: keepClaims,
    /** Whose accounts are of somebody of the same name and birth date. */
    alike,
    /** What the card confirmed by yes or no, and when. */
    claimsOf: (db: Reader, accountId: AccountId) => claimsOf(account, db, accountId),
    /** How the person is called; empty before a card was read. */
    async displayName(db: Reader, accountId: AccountId): Promise<string> {
      return nameOnCard((await profileOf(account, db, accountId)).card);
    },
    /** What the card said; null before it was read. */
    async card(db: Reader, accountId: AccountId) {
      return (await profileOf(account, db, accountId)).card;
    },
    /** Where the person may be written to; null without an address that they confirmed. */
    mailbox: (db: Reader, accountId: AccountId) => mailboxOf(account, db, accountId),
    /** What an office may know of how to reach and meet a person. */
    contact: (db: Reader, accountId: AccountId) => contactOf(account, db, accountId),
    /** Seals texts of this person for other domains' columns. */
    seal: personalSeal(keys),
  };
}

export type AccountFace = Omit<ReturnType<typeof createAccountDomain>, 'account'>;
