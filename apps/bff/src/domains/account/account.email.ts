import { randomInt, timingSafeEqual } from 'node:crypto';
import { accountMailUnavailable, emailCodeMinutes, emailCodeTries } from '@jena/shared/account';
import { type AccountId, type CitizenActor, type Instant, toInstant } from '@jena/shared/kernel';
import { tooMany } from '@jena/shared/platform';
import { z } from 'zod';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import { type AddedDeps, keep, note, opened } from './account.added.ts';
import type { AccountDeps } from './account.profile.ts';

/** Codes that may be sent for one person: somebody else's mailbox must not be flooded from here. */
export const emailCodeLimit = { most: 5, windowSeconds: 60 * 60 } as const;

const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');

/**
 * Keeps an address until its code is typed; the confirmed one stays in use until then.
 * @throws account.mail_unavailable, platform.too_many
 */
export async function setEmail(
  deps: AddedDeps,
  tx: Writer,
  { accountId, address }: { accountId: AccountId; address: string },
): Promise<void> {
  if (!deps.canMail) throw accountMailUnavailable();
  if (!deps.codeLimiter.take(accountId)) throw tooMany();
  const now = deps.clock.now();
  const at = toInstant(now);
  const codeEndsAt = toInstant(new Date(now.getTime() + emailCodeMinutes * 60_000));
  const value = { address, code: newCode(), codeEndsAt, triesLeft: emailCodeTries, refused: false };
  await keep(deps, tx, accountId, { kind: 'email_new', value });
  await planJob(tx, deps.tables, { kind: 'account.mail_code', payload: { accountId, codeEndsAt }, at });
}

/** Sends a fresh code to the address that waits. Nothing waits: nothing happens. */
export async function sendCode(deps: AddedDeps, tx: Writer, accountId: AccountId): Promise<void> {
  const rows = await deps.accounts.added(tx, accountId);
  const waiting = await opened(deps, tx, { accountId, kind: 'email_new', rows });
  if (waiting !== null) await setEmail(deps, tx, { accountId, address: waiting.address });
}

/** Compares a typed code. Answered, not thrown: a wrong try must be counted, and a refusal would undo the count. */
export async function confirmEmail(
  deps: AddedDeps,
  tx: Writer,
  { actor, code }: { actor: CitizenActor; code: string },
): Promise<'confirmed' | 'wrong' | 'expired'> {
  const { accountId } = actor;
  const rows = await deps.accounts.added(tx, accountId);
  const waiting = await opened(deps, tx, { accountId, kind: 'email_new', rows });
  const at = toInstant(deps.clock.now());
  if (waiting === null || waiting.triesLeft === 0 || waiting.codeEndsAt <= at) return 'expired';
  if (!isSame(waiting.code, code.replace(/\s/g, ''))) {
    const value = { ...waiting, triesLeft: waiting.triesLeft - 1 };
    await keep(deps, tx, accountId, { kind: 'email_new', value });
    return value.triesLeft === 0 ? 'expired' : 'wrong';
  }
  const before = await opened(deps, tx, { accountId, kind: 'email', rows });
  await keep(deps, tx, accountId, { kind: 'email', value: { address: waiting.address, confirmedAt: at } });
  await deps.accounts.forgetAdded(tx, { accountId, kind: 'email_new' });
  if (before !== null) await tellOfChange(deps, tx, { accountId, at, before: before.address });
  await note(deps, tx, actor, 'account.email_confirmed');
  return 'confirmed';
}

function isSame(known: string, typed: string): boolean {
  const [left, right] = [Buffer.from(known), Buffer.from(typed)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Says so in the inbox, and at the address that was: whoever is thrown out of their own account must learn it. */
async function tellOfChange(
  deps: AddedDeps,
  tx: Writer,
  { accountId, at, before }: { accountId: AccountId; at: Instant; before: string },
): Promise<void> {
  const about = { caseId: null, caseReference: null, serviceSlug: null };
  await deps.notify(tx, { accountId, type: 'email_changed', ...about, at, key: `email:${at}` });
  const key = await deps.keys.create(tx, accountId);
  const sealed = sealJson(key, farewellPlace(accountId), before).toString('base64url');
  await planJob(tx, deps.tables, { kind: 'account.mail_farewell', payload: { accountId, sealed }, at });
}

const farewellPlace = (accountId: AccountId) => `account.mail_farewell|${accountId}`;

/** The address that was, out of a job's payload. */
export async function openFarewell(
  { keys }: Pick<AccountDeps, 'keys'>,
  db: Reader,
  { accountId, sealed }: { accountId: AccountId; sealed: string },
): Promise<string> {
  const key = await keys.of(db, accountId);
  return z.string().parse(openJson(key, farewellPlace(accountId), Buffer.from(sealed, 'base64url')));
}

/** The code that a mail is to bring, if it still is the one that was planned. */
export async function codeToMail(
  deps: AccountDeps,
  db: Reader,
  { accountId, codeEndsAt }: { accountId: AccountId; codeEndsAt: Instant },
): Promise<{ address: string; code: string } | null> {
  const rows = await deps.accounts.added(db, accountId);
  const waiting = await opened(deps, db, { accountId, kind: 'email_new', rows });
  return waiting?.codeEndsAt === codeEndsAt ? waiting : null;
}

/** Notes that the mail server knows nobody at the address that waits. */
export async function markRefused(deps: AccountDeps, tx: Writer, accountId: AccountId): Promise<void> {
  const rows = await deps.accounts.added(tx, accountId);
  const waiting = await opened(deps, tx, { accountId, kind: 'email_new', rows });
  if (waiting !== null)
    await keep(deps, tx, accountId, { kind: 'email_new', value: { ...waiting, refused: true } });
}
