import { type ClaimKind, type Claims, claimKinds } from '@jena/shared/account';
import type { AccountId, Instant } from '@jena/shared/kernel';
import { z } from 'zod';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AccountDeps } from './account.profile.ts';

/** Answers of the card to yes-or-no questions, as they were given at one time. */
export type SaveClaims = (
  tx: Writer,
  given: {
    accountId: AccountId;
    at: Instant;
    /** Lives in Jena. */
    residence?: boolean;
    age?: { atLeast: number; fulfilled: boolean };
  },
) => Promise<void>;

const place = (accountId: AccountId, kind: ClaimKind) => `account.claim|${accountId}|${kind}`;
const sealedAge = z.object({ atLeast: z.number() });

/**
 * Keeps what holds, with its date. A no to the residence takes an older yes away: the person moved. A no to an age keeps
 * what is known, for nobody becomes younger; and being 18 says more than being 16.
 */
export async function saveClaims(
  deps: AccountDeps,
  tx: Writer,
  { accountId, at, residence, age }: Parameters<SaveClaims>[1],
): Promise<void> {
  if (residence === true) await keep(deps, tx, accountId, 'residence', at, {});
  if (residence === false) await deps.accounts.removeClaim(tx, accountId, 'residence');
  if (age?.fulfilled) {
    const known = (await claimsOf(deps, tx, accountId)).age?.atLeast ?? 0;
    if (age.atLeast >= known) await keep(deps, tx, accountId, 'age', at, { atLeast: age.atLeast });
  }
}

async function keep(
  { accounts, keys }: AccountDeps,
  tx: Writer,
  accountId: AccountId,
  kind: ClaimKind,
  verifiedAt: Instant,
  value: object,
): Promise<void> {
  const key = await keys.create(tx, accountId);
  const sealed = sealJson(key, place(accountId, kind), value);
  await accounts.saveClaim(tx, { accountId, kind, sealed, verifiedAt });
}

/** What was verified for this person, and when; null where nothing was. */
export async function claimsOf(
  { accounts, keys }: AccountDeps,
  db: Reader,
  accountId: AccountId,
): Promise<Claims> {
  const rows = await accounts.claims(db, accountId);
  const claims: Claims = { residence: null, age: null };
  for (const kind of claimKinds) {
    const row = rows.find((each) => each.kind === kind);
    if (row === undefined) continue;
    const opened = openJson(await keys.of(db, accountId), place(accountId, kind), row.sealed);
    if (kind === 'residence') claims.residence = { verifiedAt: row.verifiedAt };
    else claims.age = { ...sealedAge.parse(opened), verifiedAt: row.verifiedAt };
  }
  return claims;
}
