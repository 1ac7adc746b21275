import { type CaseSummary, caseNotFound } from '@jena/shared/cases';
import type { AccountId, CaseId, CitizenActor, DocumentId, MandateId } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { readsToSign } from './cases.co-sign.open.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';
import { summary } from './cases.view.ts';

/** A case that a person may see: their own, or, with the mandate by which they reach it, that of whom they represent. */
export type ReachedCase = { row: CaseRow; by: MandateId | null };

async function reach(
  deps: CasesDeps,
  db: Reader,
  accountId: AccountId,
  row: CaseRow,
): Promise<ReachedCase | undefined> {
  if (row.ownerId === accountId) return { row, by: null };
  const by = await deps.mandates.reach(db, accountId, row);
  return by && { row, by };
}

/** Whether a person may see a case, their own or one of whom they represent. */
export async function reaches(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  row: CaseRow,
): Promise<boolean> {
  return (await reach(deps, db, actor.accountId, row)) !== undefined;
}

/**
 * One case that this person may see.
 * @throws cases.not_found also for the cases of others, so that nobody learns which ids exist
 */
export async function reachedCase(
  deps: CasesDeps,
  db: Reader,
  actor: CitizenActor,
  id: CaseId,
): Promise<ReachedCase> {
  const row = await deps.cases.byId(db, id);
  const reached = row && (await reach(deps, db, actor.accountId, row));
  if (!reached) throw caseNotFound();
  return reached;
}

/** The person's cases and those of whom they represent, the one that moved last first. */
export async function casesOf(deps: CasesDeps, db: Reader, actor: CitizenActor): Promise<CaseSummary[]> {
  const own = (await deps.cases.ofOwner(db, actor.accountId)).map((row) => summary(row, null));
  const represented = await deps.mandates.representedBy(db, actor.accountId);
  if (represented.length === 0) return own;
  const theirs = new Map<CaseId, CaseSummary>();
  for (const { representedId, party, reaches } of represented) {
    for (const row of await deps.cases.ofOwner(db, representedId))
      if (reaches(row)) theirs.set(row.id, summary(row, party));
  }
  return [...own, ...theirs.values()].sort(
    (a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.id.localeCompare(b.id),
  );
}

/** Whether a document was given to a case that a person sees, or is to sign. */
export const mayReadInCase =
  (deps: CasesDeps) =>
  async (db: Reader, citizen: CitizenActor, documentId: DocumentId): Promise<boolean> => {
    for (const { found } of await deps.cases.casesWithDocument(db, documentId))
      if ((await reach(deps, db, citizen.accountId, found)) || (await readsToSign(deps, db, citizen, found)))
        return true;
    return false;
  };
