import {
  type AccessNeed,
  type Added,
  type AddedKind,
  accessNeeds,
  type Contact,
  type RemovableKind,
  takeBackMinutes,
} from '@jena/shared/account';
import {
  type AccountId,
  type CitizenActor,
  type Instant,
  instantSchema,
  type Language,
  toInstant,
} from '@jena/shared/kernel';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { appendEvent } from '../../platform/events.ts';
import { planJob } from '../../platform/jobs.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import type { AccountDeps } from './account.profile.ts';
import type { AddedRow } from './account.store.ts';

/** What each kind looks like when it is opened. */
const shapes = {
  email: z.object({ address: z.string(), confirmedAt: instantSchema }),
  email_new: z.object({
    address: z.string(),
    code: z.string(),
    codeEndsAt: instantSchema,
    triesLeft: z.number().int(),
    refused: z.boolean(),
  }),
  phone: z.object({ number: z.string() }),
  access: z.object({ needs: z.array(z.enum(accessNeeds)), agreedAt: instantSchema }),
};
type Shapes = { [Kind in AddedKind]: z.infer<(typeof shapes)[Kind]> };

export type AddedDeps = AccountDeps & {
  tables: AppTables;
  clock: Clock;
  canMail: boolean;
  codeLimiter: RateLimiter;
  /** Tells the person of a change that a thief of their phone might make. */
  notify(
    tx: Writer,
    notice: {
      accountId: AccountId;
      type: 'email_changed';
      caseId: null;
      caseReference: null;
      serviceSlug: null;
      at: Instant;
      key: string;
    },
  ): Promise<void>;
};

const place = (accountId: AccountId, kind: AddedKind) => `account.added|${accountId}|${kind}`;

/** One kind, opened; null when it is not there or was taken away. */
export async function opened<Kind extends AddedKind>(
  { keys }: AccountDeps,
  db: Reader,
  { accountId, kind, rows }: { accountId: AccountId; kind: Kind; rows: readonly AddedRow[] },
): Promise<Shapes[Kind] | null> {
  const row = rows.find((each) => each.kind === kind && each.removedAt === null);
  if (row === undefined) return null;
  const value = openJson(await keys.of(db, accountId), place(accountId, kind), row.sealed);
  return shapes[kind].parse(value) as Shapes[Kind];
}

/** Seals one kind in place of what was there. */
export async function keep<Kind extends AddedKind>(
  { accounts, keys }: AccountDeps,
  tx: Writer,
  accountId: AccountId,
  { kind, value }: { kind: Kind; value: Shapes[Kind] },
): Promise<void> {
  const key = await keys.create(tx, accountId);
  await accounts.saveAdded(tx, { accountId, kind, sealed: sealJson(key, place(accountId, kind), value) });
}

/** What the person added, as they see it. */
export async function addedOf(
  deps: AccountDeps & { canMail: boolean },
  db: Reader,
  accountId: AccountId,
): Promise<Added> {
  const rows = await deps.accounts.added(db, accountId);
  const of = <Kind extends AddedKind>(kind: Kind) => opened(deps, db, { accountId, kind, rows });
  const waiting = await of('email_new');
  return {
    email: await of('email'),
    newEmail: waiting && {
      address: waiting.address,
      codeEndsAt: waiting.codeEndsAt,
      refused: waiting.refused,
    },
    phone: await of('phone'),
    access: await of('access'),
    canMail: deps.canMail,
  };
}

/** Where the person may be written to, in which language; null without a confirmed address. */
export async function mailboxOf(
  deps: AccountDeps,
  db: Reader,
  accountId: AccountId,
): Promise<{ address: string; language: Language } | null> {
  const rows = await deps.accounts.added(db, accountId);
  const email = await opened(deps, db, { accountId, kind: 'email', rows });
  if (email === null) return null;
  const { language = 'de' } = (await deps.accounts.profile(db, accountId)) ?? {};
  return { address: email.address, language };
}

/** What an office may know of it while it works on a case. */
export async function contactOf(deps: AccountDeps, db: Reader, accountId: AccountId): Promise<Contact> {
  const { email, phone, access } = await addedOf({ ...deps, canMail: true }, db, accountId);
  const profile = await deps.accounts.profile(db, accountId);
  return {
    email: email?.address ?? null,
    phone: phone?.number ?? null,
    needs: access?.needs ?? [],
    language: profile?.language ?? 'de',
  };
}

export async function setPhone(
  deps: AddedDeps,
  tx: Writer,
  { accountId, number }: { accountId: AccountId; number: string },
): Promise<void> {
  await keep(deps, tx, accountId, { kind: 'phone', value: { number } });
}

/** Keeps what helps a person, with the moment of their consent (GDPR Art. 9 (2) (a), Art. 7 (1)). */
export async function setAccess(
  deps: AddedDeps,
  tx: Writer,
  { actor, needs }: { actor: CitizenActor; needs: readonly AccessNeed[] },
): Promise<void> {
  const value = { needs: [...new Set(needs)], agreedAt: toInstant(deps.clock.now()) };
  await keep(deps, tx, actor.accountId, { kind: 'access', value });
  await note(deps, tx, actor, 'account.access_agreed');
}

/** Takes something away. Nobody sees it from now on; the person may take it back for a while, then it is forgotten. */
export async function removeAdded(
  deps: AddedDeps,
  tx: Writer,
  { actor, kind }: { actor: CitizenActor; kind: RemovableKind },
): Promise<void> {
  const { accountId } = actor;
  if (kind === 'email') await deps.accounts.forgetAdded(tx, { accountId, kind: 'email_new' });
  const rows = await deps.accounts.added(tx, accountId);
  if (!rows.some((row) => row.kind === kind && row.removedAt === null)) return;
  const now = deps.clock.now();
  const removedAt = toInstant(now);
  await deps.accounts.markAdded(tx, { accountId, kind }, removedAt);
  await planJob(tx, deps.tables, {
    kind: 'account.forget_added',
    payload: { accountId, kind, removedAt },
    at: removedAt,
    runAt: toInstant(new Date(now.getTime() + takeBackMinutes * 60_000)),
  });
  await note(deps, tx, actor, kind === 'access' ? 'account.access_withdrawn' : `account.${kind}_removed`);
}

/** False when it is forgotten by now. */
export async function takeBack(
  deps: AddedDeps,
  tx: Writer,
  { actor, kind }: { actor: CitizenActor; kind: RemovableKind },
): Promise<boolean> {
  const { accountId } = actor;
  const rows = await deps.accounts.added(tx, accountId);
  if (!rows.some((row) => row.kind === kind)) return false;
  await deps.accounts.markAdded(tx, { accountId, kind }, null);
  await note(deps, tx, actor, `account.${kind}_taken_back`);
  return true;
}

/** That it happened, never what. */
export const note = (deps: AddedDeps, tx: Writer, actor: CitizenActor, type: string) =>
  appendEvent(tx, deps.tables, {
    stream: `account:${actor.accountId}`,
    type,
    actor,
    at: toInstant(deps.clock.now()),
    data: {},
    subject: actor.accountId,
  });
