import type { StaffCase } from '@jena/shared/cases';
import { assertNever, cityTime } from '@jena/shared/kernel';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { day } from '../lib/words.ts';

/** Where the case stands, in one sentence for this caseworker. */
export function stateSentence(staffCase: StaffCase, me: string, now = new Date()): string {
  const { sentence } = caseCopy;
  const document = copy.issued(staffCase.serviceSlug);
  switch (staffCase.state) {
    case 'awaiting_signature':
      return sentence.awaiting_signature;
    case 'submitted':
      return staffCase.caseworker && staffCase.caseworker.id !== me
        ? sentence.others(staffCase.caseworker.name)
        : sentence.submitted;
    case 'in_review':
      if (staffCase.caseworker && staffCase.caseworker.id !== me)
        return sentence.others(staffCase.caseworker.name);
      return lastWord(staffCase) === 'evidence_added' ? sentence.answered : sentence.mine;
    case 'evidence_requested':
      return waiting(staffCase, now);
    case 'to_confirm':
      return staffCase.proposal?.mine ? sentence.proposed : sentence.toConfirm;
    case 'approved':
      return sentence.approved(document);
    case 'rejected':
      return sentence.rejected;
    case 'delivered':
      return sentence.delivered(document);
    case 'withdrawn':
      return sentence.withdrawn;
    case 'objected':
      return sentence.objected;
    case 'objection_passed_on':
      return sentence.objection_passed_on;
    case 'objection_denied':
      return sentence.objection_denied;
    default:
      return assertNever(staffCase.state);
  }
}

function waiting({ evidenceRequests }: StaffCase, now: Date): string {
  const { sentence } = caseCopy;
  const open = evidenceRequests.findLast((request) => request.answeredAt === null);
  if (!open) return sentence.waitingOnly;
  return open.dueDay < cityTime(now).day
    ? sentence.overdue(day(open.dueDay))
    : sentence.waiting(day(open.dueDay));
}

/** What the citizen did last, or the office; taking over a case says nothing about it. */
function lastWord({ timeline }: StaffCase) {
  return timeline.findLast(({ type }) => type !== 'claimed' && type !== 'evidence_viewed')?.type;
}
