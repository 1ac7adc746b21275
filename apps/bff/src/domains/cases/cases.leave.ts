import { accountErasureWaits, type Leaving } from '@jena/shared/account';
import { type CaseState, mayHappen } from '@jena/shared/cases';
import {
  type AccountId,
  type Actor,
  type CaseId,
  cityTime,
  type Day,
  type DocumentId,
} from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { giveMessages } from './cases.messages.read.ts';
import { giveNotes } from './cases.notes.ts';
import { keptYears } from './cases.policy.ts';
import { purposePlace } from './cases.purpose.ts';
import type { CaseRow } from './cases.store.ts';

const decided: readonly CaseState[] = [
  'delivered',
  'rejected',
  'objected',
  'objection_passed_on',
  'objection_denied',
];

/** The last day on which an office keeps a case that was decided at this moment. */
export function keptUntil(decidedAt: string): Day {
  return `${Number(cityTime(new Date(decidedAt)).day.slice(0, 4)) + keptYears}-12-31` as Day;
}

/** What becomes of a person's cases when they leave. */
export async function casesAtLeaving(
  deps: CasesDeps,
  db: Reader,
  ownerId: AccountId,
): Promise<Leaving['cases']> {
  const rows = await deps.cases.wholeOfOwner(db, ownerId);
  return rows.map(({ id, reference, serviceSlug, state, updatedAt }) => ({
    id,
    reference,
    serviceSlug,
    keptUntil: decided.includes(state) ? keptUntil(updatedAt) : null,
  }));
}

/**
 * Lets the cases of an account go: open ones are withdrawn and forgotten, decided ones stay with the office under an
 * owner without a name (GDPR Art. 17 (3) (b)). Gives the account's documents that some case still needs: its own, or
 * that of somebody for whom the person acted.
 * @throws account.erasure_waits while the letter of a decision is being written
 */
export async function leaveCases(
  deps: CasesDeps,
  tx: Writer,
  { actor, accountId, heir }: { actor: Actor; accountId: AccountId; heir: AccountId },
): Promise<DocumentId[]> {
  for (const row of await deps.cases.wholeOfOwner(tx, accountId)) {
    if (await letterIsComing(deps, tx, row)) throw accountErasureWaits();
    if (decided.includes(row.state)) {
      await giveCase(deps, tx, row, heir);
      continue;
    }
    if (mayHappen(row.state, 'withdrawn')) await move(deps, tx, { row, type: 'withdrawn', actor });
    await forgetCase(deps, tx, row.id);
  }
  return deps.cases.passOn(tx, { from: accountId, heir });
}

/** A case, with all that colleagues kept about it. */
async function forgetCase(deps: CasesDeps, tx: Writer, id: CaseId): Promise<void> {
  await deps.desk.removeNotes(tx, id);
  await deps.desk.removeProposal(tx, id);
  await deps.duplicates.removeDuplicates(tx, id);
  await deps.search.removeWords(tx, id);
  await deps.cases.removeCase(tx, id);
}

/** Decided, and the letter is not written yet. */
async function letterIsComing(deps: CasesDeps, db: Reader, row: CaseRow): Promise<boolean> {
  if (row.state !== 'approved' && row.state !== 'rejected') return false;
  const [decision] = await deps.cases.decisions(db, row.id);
  return decision?.providedAt === null;
}

async function giveCase(deps: CasesDeps, tx: Writer, row: CaseRow, heir: AccountId): Promise<void> {
  const anew = async (sealed: string, place: string) =>
    deps.seal.seal(tx, heir, await deps.seal.open(tx, row.ownerId, sealed, place), place);
  await deps.cases.giveCase(tx, row.id, {
    ownerId: heir,
    mandateId: null,
    answers: await anew(row.answers, `cases_case.answers:${row.id}`),
    applicant: await anew(row.applicant, `cases_case.applicant:${row.id}`),
    keptUntil: keptUntil(row.updatedAt),
  });
  for (const { documentId, purpose } of await deps.cases.documents(tx, row.id)) {
    if (purpose === null) continue;
    const place = purposePlace(row.id, documentId);
    await deps.cases.changePurpose(tx, row.id, documentId, await anew(purpose, place));
  }
  await giveMessages(deps, tx, { caseId: row.id, anew });
  await giveNotes(deps, tx, row, heir);
  for (const { id, reason } of await deps.cases.evidenceRequests(tx, row.id))
    await deps.cases.changeReason(tx, id, await anew(reason, `cases_evidence_request.reason:${id}`));
}

type Forgetting = {
  /** Takes away what an owner without a name still has, and their key. */
  eraseOwner(tx: Writer, ownerId: AccountId): Promise<void>;
};

/** Forgets cases that were kept long enough; with the last one, its owner without a name. */
export async function forgetKept(deps: CasesDeps & Forgetting, tx: Writer): Promise<CaseId[]> {
  const rows = await deps.cases.keptBefore(tx, cityTime(deps.clock.now()).day);
  for (const { id, ownerId } of rows) {
    await forgetCase(deps, tx, id);
    if ((await deps.cases.wholeOfOwner(tx, ownerId)).length === 0) await deps.eraseOwner(tx, ownerId);
  }
  return rows.map(({ id }) => id);
}
