import type { AccessEntry, AccessLog } from './schema.ts';

/** What an office did with a person's data, as a page says it. `case_worked` is what has no words of its own yet. */
export type AccessPurpose =
  | 'case_viewed'
  | 'case_found'
  | 'evidence_viewed'
  | 'contact_viewed'
  | 'case_claimed'
  | 'evidence_requested'
  | 'case_approved'
  | 'case_rejected'
  | 'case_objection_passed_on'
  | 'case_objection_denied'
  | 'case_reopened'
  | 'case_message'
  | 'all_fetched'
  | 'applied_for_you'
  | 'evidence_for_you'
  | 'mandate_confirmed'
  | 'rule_checked'
  | 'rule_tried'
  | 'handed_over'
  | 'access_given_back'
  | 'case_worked';

const purposes: Partial<Record<string, AccessPurpose>> = {
  'cases.viewed': 'case_viewed',
  'cases.found_and_viewed': 'case_found',
  'vault.evidence_viewed': 'evidence_viewed',
  'cases.contact_viewed': 'contact_viewed',
  'cases.claimed': 'case_claimed',
  'cases.evidence_requested': 'evidence_requested',
  'cases.approved': 'case_approved',
  'cases.rejected': 'case_rejected',
  'cases.objection_passed_on': 'case_objection_passed_on',
  'cases.objection_denied': 'case_objection_denied',
  'cases.reopened': 'case_reopened',
  'cases.message_sent': 'case_message',
  'account.export_fetched': 'all_fetched',
  'cases.submitted': 'applied_for_you',
  'cases.evidence_added': 'evidence_for_you',
  'mandates.confirmed': 'mandate_confirmed',
  'handover.sent': 'handed_over',
  'automation.checked': 'rule_checked',
  'automation.simulated': 'rule_tried',
  'identity.recovery_asked': 'access_given_back',
  'identity.recovery_dropped': 'access_given_back',
  'identity.recovery_issued': 'access_given_back',
  'identity.recovery_printed': 'access_given_back',
};

/** What an act of the log was for. */
export const purposeOf = (act: string): AccessPurpose => purposes[act] ?? 'case_worked';

/** Stands in place of an office where the person themselves did it. */
export const accessByPerson = 'person';

/** Which of the person's data an act needs: a paper they handed in, what they wrote in the application, what their card said, or all. */
export function categoryOf(act: string): 'application' | 'document' | 'contact' | 'card' | 'all' {
  if (purposeOf(act) === 'all_fetched') return 'all';
  if (purposeOf(act) === 'contact_viewed') return 'contact';
  if (purposeOf(act) === 'access_given_back') return 'card';
  return act.startsWith('vault.') ? 'document' : 'application';
}

/** The mandate of whoever acted for the person, when the entry is not of an office. */
export const mandateOf = ({ officeId }: Pick<AccessEntry, 'officeId'>): string | undefined =>
  /^mandate:(.+)$/.exec(officeId)?.[1];

/** Named in every link, so that another construction can follow it. */
const construction = 'jena-access-log-1';

/** The text whose SHA-256 (base64url) is an entry's hash. Order and names are the format: never change them. */
export function linkText(subject: string, entry: Omit<AccessEntry, 'hash'>): string {
  const { previous, number, at, officeId, act, caseReference } = entry;
  return JSON.stringify([construction, subject, previous, number, at, officeId, act, caseReference]);
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** `isComplete`: from the first entry on. `at` is the entry at which the chain breaks, null when it is its end. */
export type AccessVerdict =
  | { intact: true; isComplete: boolean }
  | { intact: false; at: number | null; why: 'content' | 'order' | 'end' | 'rewritten' };

/**
 * Recomputes every hash of a log, oldest entry first. A log may begin later than at entry 1 (the newest page of a list);
 * its end must be the head, so that a cut end shows too.
 * @param earlier the head of a copy from before: a chain that was made anew as a whole does not go on from it
 */
export async function verifyAccessLog(
  { subject, entries, head }: Pick<AccessLog, 'subject' | 'entries' | 'head'>,
  earlier?: AccessLog['head'],
): Promise<AccessVerdict> {
  const [first] = entries;
  let [number, previous] = first ? [first.number - 1, first.previous] : [0, ''];
  for (const entry of entries) {
    if (entry.number !== number + 1 || entry.previous !== previous)
      return { intact: false, at: entry.number, why: 'order' };
    if (entry.number === 1 && entry.previous !== '') return { intact: false, at: 1, why: 'order' };
    if (entry.hash !== (await hashOf(linkText(subject, entry))))
      return { intact: false, at: entry.number, why: 'content' };
    ({ number, hash: previous } = entry);
  }
  if (head.number !== number || head.hash !== previous) return { intact: false, at: null, why: 'end' };
  if (earlier && !goesOnFrom(entries, earlier))
    return { intact: false, at: earlier.number, why: 'rewritten' };
  return { intact: true, isComplete: first === undefined || first.number === 1 };
}

function goesOnFrom(entries: readonly AccessEntry[], earlier: AccessLog['head']): boolean {
  if (earlier.number === 0) return true;
  return entries.some(({ number, hash }) => number === earlier.number && hash === earlier.hash);
}
