import {
  decisionCode,
  decisionNotFound,
  digestOf,
  type Outcome,
  readDecisionCode,
  type Verified,
} from '@jena/shared/cases';
import { type CaseMessageId, cityTime, type DecisionId, type Instant, newId } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';

/** Writes a decision down and plans its letter, in the transaction that made it. */
export async function writeDecision(
  deps: CasesDeps,
  tx: Writer,
  { row, outcome, textId, at }: { row: CaseRow; outcome: Outcome; textId: CaseMessageId | null; at: Instant },
): Promise<void> {
  const id = newId<'decision'>();
  const before = await deps.cases.decisions(tx, row.id);
  await deps.cases.addDecision(tx, {
    id,
    caseId: row.id,
    serviceSlug: row.serviceSlug,
    officeId: row.officeId,
    outcome,
    handedInAt: row.submittedAt,
    decidedAt: at,
    number: before.length + 1,
    textId,
  });
  await planJob(tx, deps.tables, { kind: 'cases.issue', payload: { caseId: row.id }, at, key: id });
}

/** The same decision always has the same code; it is kept nowhere but in the letter. */
export const codeOf = ({ keys }: CasesDeps, id: DecisionId): string =>
  decisionCode(Buffer.from(keys.blindIndex('cases.decision', id), 'base64url'));

/** How a code is found again. */
export const codeHashOf = (code: string): Promise<string> => digestOf(readDecisionCode(code) ?? '');

/**
 * Confirms a decision to whoever has its code: office, kind, day and the hash of the file.
 * @throws cases.decision_not_found
 */
export async function verify(deps: CasesDeps, db: Reader, digest: string): Promise<Verified> {
  const row = await deps.cases.decisionByCode(db, digest);
  if (!row?.providedAt || row.fileHash === null) throw decisionNotFound();
  const dayOf = (at: Instant) => cityTime(new Date(at)).day;
  return {
    officeId: row.officeId,
    serviceSlug: row.serviceSlug,
    outcome: row.outcome,
    issuedOn: dayOf(row.decidedAt),
    fileHash: row.fileHash,
    replacedOn: row.replacedAt && dayOf(row.replacedAt),
  };
}
