import type { LocalForm } from '@jena/content';
import {
  type CoSign,
  caseNotFound,
  caseNotInState,
  coSignDays,
  coSignReminderDays,
  coSignUnknown,
} from '@jena/shared/cases';
import { type Answers, holds } from '@jena/shared/forms';
import { type CaseId, type CitizenActor, cityTime, newId, toInstant } from '@jena/shared/kernel';
import { invitationCode, normaliseCode } from '@jena/shared/mandates';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import { isOpenCoSign } from './cases.co-sign.open.ts';
import type { CoSignRow } from './cases.co-sign.store.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { reachedCase } from './cases.reach.ts';
import type { CaseRow } from './cases.store.ts';

const dayMillis = 86_400_000;

/** Whether a second person has to sign what this form was filled in with. */
export function needsCoSign(
  { clock }: Pick<CasesDeps, 'clock'>,
  form: Pick<LocalForm, 'coSign'>,
  answers: Answers,
): boolean {
  if (!form.coSign) return false;
  const { when } = form.coSign;
  const lookup = (field: string) => (Object.hasOwn(answers, field) ? answers[field] : undefined);
  return when === undefined || holds(when, lookup, cityTime(clock.now()).day);
}

/** The code is not stored: it follows from the request's id and a key of the product. */
const codeOf = ({ keys }: CasesDeps, id: CoSignRow['id']) =>
  invitationCode(Buffer.from(keys.blindIndex('cases.co_sign', id), 'base64url'));

export const coSignHash = ({ keys }: CasesDeps, code: string) =>
  keys.blindIndex('cases.co_sign_code', normaliseCode(code));

export const coSignPlace = (column: 'signer' | 'reason', id: CoSignRow['id']) =>
  `cases_co_sign.${column}:${id}`;

/** Makes the link for a case that waits for a second signature, and plans its reminder and its end. */
export async function addCoSign(
  deps: CasesDeps,
  tx: Writer,
  { id: caseId, ownerId }: Pick<CaseRow, 'id' | 'ownerId'>,
): Promise<void> {
  const now = deps.clock.now();
  const after = (days: number) => toInstant(new Date(now.getTime() + days * dayMillis));
  const id = newId<'coSign'>();
  const [at, endsAt] = [toInstant(now), after(coSignDays)];
  await deps.coSigns.add(tx, {
    ...{ id, caseId, ownerId, endsAt },
    state: 'waiting',
    codeHash: coSignHash(deps, codeOf(deps, id)),
    requestedAt: at,
  });
  const payload = { coSignId: id };
  await planJob(tx, deps.tables, {
    ...{ kind: 'cases.remind_co_sign', payload, at, key: id },
    runAt: after(coSignReminderDays),
  });
  await planJob(tx, deps.tables, { kind: 'cases.end_co_sign', payload, at, runAt: endsAt, key: id });
}

/**
 * What is missing of a second signature, for whoever may see the case.
 * @throws cases.not_found, cases.co_sign_unknown where none was ever asked for
 */
export async function coSignOf(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  caseId: CaseId,
): Promise<CoSign> {
  await reachedCase(deps, db, actor, caseId);
  const row = await deps.coSigns.ofCase(db, caseId);
  if (!row) throw coSignUnknown();
  const open = (sealed: string | null, column: 'signer' | 'reason') =>
    sealed === null ? null : deps.seal.open(db, row.ownerId, sealed, coSignPlace(column, row.id));
  const isOpen = isOpenCoSign(deps, row);
  return {
    state: isOpen || (row.state !== 'waiting' && row.state !== 'taken') ? row.state : 'expired',
    endsAt: row.endsAt,
    code: isOpen && row.state === 'waiting' ? codeOf(deps, row.id) : null,
    signer: await open(row.signer, 'signer'),
    reason: await open(row.reason, 'reason'),
  };
}

/**
 * Asks anew: after a refusal, an end, or because the link went to the wrong person. An older link is worth nothing then.
 * @throws cases.not_found, cases.not_in_state
 */
export async function askCoSign(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  caseId: CaseId,
): Promise<void> {
  const { row, by } = await reachedCase(deps, tx, actor, caseId);
  await endLink(deps, tx, row, 'withdrawn');
  await move(deps, tx, { row, type: 'co_sign_requested', actor, onBehalfOf: by });
  await addCoSign(deps, tx, row);
}

/** Takes the link back. @throws cases.not_found, cases.not_in_state */
export async function withdrawCoSign(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  caseId: CaseId,
): Promise<void> {
  const { row, by } = await reachedCase(deps, tx, actor, caseId);
  if (!(await endLink(deps, tx, row, 'withdrawn'))) throw caseNotInState({ state: row.state });
  await move(deps, tx, { row, type: 'co_sign_withdrawn', actor, onBehalfOf: by });
}

/** Ends an open request; false when there is none. */
async function endLink(
  deps: CasesDeps,
  tx: Writer,
  { id }: Pick<CaseRow, 'id'>,
  state: 'withdrawn' | 'expired',
): Promise<boolean> {
  const open = await deps.coSigns.ofCase(tx, id);
  if (!open || (open.state !== 'waiting' && open.state !== 'taken')) return false;
  return deps.coSigns.move(tx, open, { state, codeHash: null });
}

/** The case that a request is about, while it waits for it. @throws cases.not_found */
export async function waitingCase(deps: CasesDeps, db: Reader, { caseId }: CoSignRow): Promise<CaseRow> {
  const row = await deps.cases.byId(db, caseId);
  if (row?.state !== 'awaiting_signature') throw caseNotFound();
  return row;
}
