import { type CaseDetail, decideUntil, mayHappen, procedureOf } from '@jena/shared/cases';
import { cityTime } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { objectionEnd } from './cases.appeal.ts';
import type { DecisionRow } from './cases.decisions.store.ts';
import { codeOf } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';
import { usualTime } from './cases.usual.ts';

type Outlook = Pick<CaseDetail, 'usual' | 'decideUntil' | 'decision' | 'may'>;

/** What a person may expect of a case and do with it: how long it takes, what was decided, until when they may object. */
export async function outlookOf(
  deps: CasesDeps,
  db: Reader,
  row: CaseRow,
  isStaff: boolean,
): Promise<Outlook> {
  const [usual, decisions] = await Promise.all([
    usualTime(deps, db, row.serviceSlug),
    deps.cases.decisions(db, row.id),
  ]);
  const [decision] = decisions;
  const today = cityTime(deps.clock.now()).day;
  const objectionUntil = decision ? objectionEnd(decision) : null;
  const may: Outlook['may'] = [];
  if (mayHappen(row.state, 'message_sent') && row.state !== 'withdrawn') may.push('write');
  if (mayHappen(row.state, 'withdrawn')) may.push('withdraw');
  if (objectionUntil !== null && mayHappen(row.state, 'objected')) may.push('object');
  return {
    usual,
    decideUntil: deadline(row, decision),
    decision: decision
      ? {
          outcome: decision.outcome,
          decidedAt: decision.decidedAt,
          documentId: decision.documentId,
          objectionUntil,
          isLate: objectionUntil !== null && objectionUntil < today,
          code: decision.providedAt === null || isStaff ? null : codeOf(deps, decision.id),
        }
      : null,
    may,
  };
}

/** From the day it is handed in until the first decision the law says how long the office may take. */
function deadline(row: CaseRow, decision: DecisionRow | undefined): Outlook['decideUntil'] {
  if (decision !== undefined || row.state === 'withdrawn' || row.state === 'awaiting_signature') return null;
  const procedure = procedureOf(row.serviceSlug);
  const day = decideUntil(procedure, cityTime(new Date(row.submittedAt)).day);
  return { day, basis: procedure.decideWithin.basis };
}
