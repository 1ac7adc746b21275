import {
  type AnswerCoSignInput,
  type CaseDetail,
  caseNotInState,
  coSignUnknown,
  type ToSign,
} from '@jena/shared/cases';
import type { CitizenActor, CoSignId } from '@jena/shared/kernel';
import { tooMany } from '@jena/shared/platform';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { isOpenCoSign } from './cases.co-sign.open.ts';
import { signedHash } from './cases.co-sign.signed.ts';
import type { CoSignRow } from './cases.co-sign.store.ts';
import { coSignHash, coSignPlace, waitingCase } from './cases.co-sign.ts';
import { admitSecond } from './cases.co-sign.who.ts';
import type { CasesDeps } from './cases.deps.ts';
import { officeDue } from './cases.due.ts';
import { suspectDuplicates } from './cases.duplicates.ts';
import { move } from './cases.events.ts';
import { wordsOf } from './cases.search.ts';
import type { CaseRow } from './cases.store.ts';

/** Codes that one person may try: a couple with many applications needs a few. */
export const coSignLimit = { most: 20, windowSeconds: 900 } as const;

/**
 * Opens the link with its code; it serves once. Nothing is signed by it: whoever opened it reads, and then answers.
 * @throws platform.too_many; cases.co_sign_unknown also for used, withdrawn and old links; as `admitSecond`
 */
export async function takeCoSign(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  { code }: { code: string },
): Promise<{ coSignId: CoSignId }> {
  if (!deps.codeLimiter.take(actor.accountId)) throw tooMany();
  const row = await deps.coSigns.byCode(tx, coSignHash(deps, code));
  if (!row || row.state !== 'waiting' || !isOpenCoSign(deps, row)) throw coSignUnknown();
  const found = await deps.cases.byId(tx, row.caseId);
  if (found?.state !== 'awaiting_signature') throw coSignUnknown();
  await admitSecond(deps, tx, actor, found);
  const taken = { state: 'taken' as const, signerId: actor.accountId, codeHash: null };
  if (!(await deps.coSigns.move(tx, row, taken))) throw coSignUnknown();
  return { coSignId: row.id };
}

/** What somebody has opened and not answered yet, the newest first. */
export async function openedBy(deps: CasesDeps, db: Reader, actor: CitizenActor): Promise<CoSignId[]> {
  const rows = await deps.coSigns.takenBy(db, actor.accountId);
  return rows.filter((row) => isOpenCoSign(deps, row)).map(({ id }) => id);
}

/**
 * What a second person is to sign: the whole application, as it was handed in.
 * @throws cases.co_sign_unknown also for what others opened
 */
export async function toSign(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  id: CoSignId,
): Promise<ToSign> {
  const { row, found } = await opened(deps, db, actor, id);
  return {
    coSignId: row.id,
    state: row.state,
    requestedAt: row.requestedAt,
    endsAt: row.endsAt,
    applicant: await applicantIn(deps, db, found),
    ...(await applicationOf(deps, db, found)),
  };
}

/**
 * Signs, or refuses with a reason. Signed, the case goes to its office at once; refused, it stays with the applicant.
 * @throws cases.co_sign_unknown, cases.not_in_state
 */
export async function answerCoSign(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: AnswerCoSignInput,
): Promise<void> {
  const { row, found } = await opened(deps, tx, actor, input.coSignId);
  const seal = (text: string, column: 'signer' | 'reason') =>
    deps.seal.seal(tx, found.ownerId, text, coSignPlace(column, row.id));
  const signer = await seal(await deps.mandates.nameOf(tx, actor.accountId), 'signer');
  const type = input.agree ? ('co_signed' as const) : ('co_sign_refused' as const);
  const at = await move(deps, tx, { row: found, type, actor });
  const answered = input.agree
    ? { state: 'agreed' as const, signedHash: signedHash(await applicationOf(deps, tx, found)) }
    : { state: 'refused' as const, reason: await seal(input.reason, 'reason') };
  const moved = await deps.coSigns.move(tx, row, { ...answered, signer, answeredAt: at });
  if (!moved) throw caseNotInState({ state: found.state, event: type });
  if (!input.agree) return;
  const system = { kind: 'system', job: 'cases.co_sign' } as const;
  // From here on the office's time runs.
  const submittedAt = await move(deps, tx, { row: found, type: 'submitted', actor: system }, (now) => ({
    submittedAt: now,
    dueDay: officeDue({ serviceSlug: found.serviceSlug, at: now }),
  }));
  const applicant = await applicantIn(deps, tx, found);
  const words = wordsOf(deps, found.officeId, applicant);
  await deps.search.addWords(tx, { caseId: found.id, submittedAt, words });
  await suspectDuplicates(deps, tx, found);
}

async function opened(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  id: CoSignId,
): Promise<{ row: CoSignRow; found: CaseRow }> {
  const row = await deps.coSigns.byId(db, id);
  if (row?.signerId !== actor.accountId || row.state !== 'taken' || !isOpenCoSign(deps, row))
    throw coSignUnknown();
  const found = await waitingCase(deps, db, row).catch(() => undefined);
  if (!found) throw coSignUnknown();
  return { row, found };
}

const applicantIn = (deps: CasesDeps, db: Reader, { id, ownerId, applicant }: CaseRow) =>
  deps.seal.open(db, ownerId, applicant, `cases_case.applicant:${id}`);

/** @throws cases.co_sign_unknown when a document of it is gone: then nobody can read the whole of it */
async function applicationOf(deps: CasesDeps, db: Reader, found: CaseRow) {
  const { id, ownerId, submittedBy, serviceSlug, formVersion } = found;
  const text = await deps.seal.open(db, ownerId, found.answers, `cases_case.answers:${id}`);
  const answers = JSON.parse(text) as CaseDetail['answers'];
  const links = await deps.cases.documents(db, id);
  const ids = links.map(({ documentId }) => documentId);
  const files = new Map(
    (await deps.vault.documentsOf(db, submittedBy, ids)).map((file) => [file.id, file] as const),
  );
  const documents = links.map(({ field, documentId }) => {
    const file = files.get(documentId);
    if (!file) throw coSignUnknown();
    return { field, documentId, name: file.name, mediaType: file.mediaType, bytes: file.bytes };
  });
  return { serviceSlug, formVersion, answers, documents };
}
