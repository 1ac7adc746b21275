import {
  type DocumentPerson,
  type RecoveryId,
  recoveryCode,
  recoveryNoAccount,
  recoveryOffices,
  recoveryOtherPerson,
  recoveryOwn,
  roleMissing,
} from '@jena/shared/identity';
import {
  type AccountId,
  type Instant,
  newId,
  plainName,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import { type Ask, askNotFound, tooMany } from '@jena/shared/platform';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AskId } from '../../platform/db/platform.tables.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { appendEvent } from '../../platform/events.ts';
import { askForSecond, confirmAsSecond, dropAsk, openAsks } from '../../platform/four-eyes.ts';
import type { AccountFace } from '../account/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { RecoveryLimiters } from './identity.limiters.ts';
import { plusMinutes, recoveryLimits } from './identity.policy.ts';
import { identityStream } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

const act = 'identity.recover';

export type RecoveryDeps = {
  identity: IdentityStore;
  tables: AppTables;
  clock: Clock;
  keys: Pick<Keys, 'blindIndex'>;
  account: Pick<AccountFace, 'alike' | 'card' | 'displayName'>;
  notify: Notifications['notify'];
  /** Look-ups of one colleague: the counter is no directory of who has an account. */
  recoveryLimiters: Pick<RecoveryLimiters, 'staff'>;
};

/** The code follows from its id and a key of the product: nothing that opens an account lies in the database. */
const codeOf = ({ keys }: Pick<RecoveryDeps, 'keys'>, id: RecoveryId) =>
  recoveryCode(Buffer.from(keys.blindIndex('identity.recovery', id), 'base64url'));

/** What a typed code is found by. */
export const recoveryHash = (keys: Pick<Keys, 'blindIndex'>, code: string) =>
  keys.blindIndex('identity.recovery_code', code.replaceAll('-', ''));

/**
 * The one account of the person whose document lies on the counter: names and birth date as the card said them, and the
 * place of birth besides, which tells namesakes of one day apart.
 * @throws identity.recovery_no_account when none or several fit; identity.recovery_own for a namesake of who asks; platform.too_many
 */
async function accountOnDocument(
  deps: RecoveryDeps,
  db: Reader,
  actor: StaffActor,
  person: DocumentPerson,
): Promise<AccountId> {
  if (!recoveryOffices.includes(actor.officeId)) throw roleMissing({ role: 'caseworker' });
  if (!deps.recoveryLimiters.staff.take(actor.staffId)) throw tooMany();
  const { account } = deps;
  const unknown = { birthName: null, academicTitle: null, nationality: null, documentType: null };
  const alike = await account.alike(db, { ...person, ...unknown, validUntil: null, address: null });
  const fitting: AccountId[] = [];
  for (const accountId of alike) {
    const card = await account.card(db, accountId);
    if (plainName(card?.birthPlace ?? '') === plainName(person.birthPlace)) fitting.push(accountId);
  }
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) throw recoveryNoAccount();
  // Staff are known here by name alone: whoever has the person's name lets two others do it.
  const name = plainName(await account.displayName(db, only));
  if (
    name === plainName(actor.name) ||
    plainName(`${person.givenNames} ${person.familyName}`) === plainName(actor.name)
  )
    throw recoveryOwn();
  return only;
}

async function note(
  deps: RecoveryDeps,
  tx: Writer,
  what: { accountId: AccountId; type: string; actor: StaffActor; at: Instant; recoveryId: RecoveryId },
): Promise<void> {
  const { accountId, type, actor, at, recoveryId } = what;
  await appendEvent(tx, deps.tables, {
    stream: identityStream(accountId),
    type,
    actor,
    at,
    data: { recoveryId },
    subject: accountId,
  });
}

/** The first colleague saw person and document. Gives whose access it is about. */
export async function askRecovery(
  deps: RecoveryDeps,
  tx: Writer,
  actor: StaffActor,
  person: DocumentPerson,
): Promise<AccountId> {
  const accountId = await accountOnDocument(deps, tx, actor, person);
  const at = toInstant(deps.clock.now());
  const reason = 'Ausweis am Schalter geprüft';
  const askId = await askForSecond(tx, deps.tables, { act, actor, at, reason });
  const id = newId<'recovery'>();
  await deps.identity.addRecovery(tx, { id, askId, accountId, officeId: actor.officeId, askedAt: at });
  await note(deps, tx, { accountId, type: 'identity.recovery_asked', actor, at, recoveryId: id });
  return accountId;
}

/** What waits for a second colleague of this office. */
export async function recoveryAsks(deps: RecoveryDeps, db: Reader, actor: StaffActor): Promise<Ask[]> {
  const asks = await openAsks(db, deps.tables, { act, actor, at: toInstant(deps.clock.now()) });
  const rows = await deps.identity.recoveriesOfAsks(
    db,
    asks.map(({ id }) => id as string as AskId),
  );
  const here = new Set(
    rows.filter((row) => row.officeId === actor.officeId).map((row) => row.askId as string),
  );
  return asks.filter(({ id }) => here.has(id));
}

/** @throws platform.ask_not_found also for one of another office */
async function recoveryHere(deps: RecoveryDeps, db: Reader, actor: StaffActor, id: Ask['id']) {
  const row = await deps.identity.recoveryOfAsk(db, id as string as AskId);
  if (row?.officeId !== actor.officeId) throw askNotFound();
  return row;
}

export async function dropRecovery(
  deps: RecoveryDeps,
  tx: Writer,
  actor: StaffActor,
  id: Ask['id'],
): Promise<AccountId> {
  const row = await recoveryHere(deps, tx, actor, id);
  const at = toInstant(deps.clock.now());
  await dropAsk(tx, deps.tables, { act, actor, at, id });
  await note(deps, tx, {
    accountId: row.accountId,
    type: 'identity.recovery_dropped',
    actor,
    at,
    recoveryId: row.id,
  });
  return row.accountId;
}

/**
 * The second colleague saw person and document too, and typed the same from it. A code is issued, those of before end,
 * and the person is told wherever we reach them: whoever did not stand at a counter must learn it.
 * @throws platform.needs_another for who asked, platform.ask_not_found, identity.recovery_no_account,
 * identity.recovery_other_person, identity.recovery_own, platform.too_many
 */
export async function confirmRecovery(
  deps: RecoveryDeps,
  tx: Writer,
  actor: StaffActor,
  { askId: id, ...person }: DocumentPerson & { askId: Ask['id'] },
): Promise<{ recoveryId: RecoveryId; accountId: AccountId }> {
  const { identity, clock, keys } = deps;
  const row = await recoveryHere(deps, tx, actor, id);
  const accountId = await accountOnDocument(deps, tx, actor, person);
  if (accountId !== row.accountId) throw recoveryOtherPerson();
  const now = clock.now();
  const at = toInstant(now);
  await confirmAsSecond(tx, deps.tables, { act, actor, at, id });
  if ((await identity.issuedSince(tx, accountId, plusMinutes(now, -24 * 60))) >= recoveryLimits.perDay)
    throw tooMany();
  await identity.dropCodes(tx, accountId);
  const codeHash = recoveryHash(keys, codeOf(deps, row.id));
  await identity.issueRecovery(tx, row.id, { issuedBy: actor.staffId, issuedAt: at, codeHash });
  await note(deps, tx, { accountId, type: 'identity.recovery_issued', actor, at, recoveryId: row.id });
  await tellOfRecovery(deps, tx, { accountId, type: 'recovery_issued', at });
  return { recoveryId: row.id, accountId };
}

/** The code to print: for who agreed alone, for a few minutes, while it opens something. @throws platform.ask_not_found */
export async function codeToPrint(
  deps: RecoveryDeps,
  db: Reader,
  actor: StaffActor,
  id: RecoveryId,
): Promise<{ code: string; endsAt: Instant; accountId: AccountId }> {
  const row = await deps.identity.recoveryById(db, id);
  const now = toInstant(deps.clock.now());
  if (row?.issuedBy !== actor.staffId || row.issuedAt === null || row.codeHash === null) throw askNotFound();
  const issued = new Date(row.issuedAt);
  if (now > plusMinutes(issued, recoveryLimits.showMinutes)) throw askNotFound();
  const endsAt = plusMinutes(issued, recoveryLimits.codeHours * 60);
  return { code: codeOf(deps, id), endsAt, accountId: row.accountId };
}

/** Tells the person in the inbox, on their devices and by e-mail; it cannot be switched off. */
export async function tellOfRecovery(
  { notify }: Pick<RecoveryDeps, 'notify'>,
  tx: Writer,
  what: { accountId: AccountId; type: 'recovery_issued' | 'access_recovered'; at: Instant },
): Promise<void> {
  const key = `${what.type}:${what.at}`;
  await notify(tx, { ...what, key, caseId: null, caseReference: null, serviceSlug: null });
}
