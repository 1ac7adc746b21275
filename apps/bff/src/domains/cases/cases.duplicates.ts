import { type Answers, caseNotFound, type Duplicate, duplicateDays } from '@jena/shared/cases';
import { type CaseId, plainName, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream } from './cases.events.ts';
import { maySee } from './cases.policy.ts';
import { officeCase } from './cases.staff.ts';
import type { CaseRow } from './cases.store.ts';

/** Fields by which all forms ask who somebody is. */
const identifying = ['vornamen', 'familienname', 'geburtsdatum'] as const;

/** A keyed hash of who an application is about; null when its form asks for less. Nobody can read a name from it. */
export function likenessOf(deps: Pick<CasesDeps, 'keys'>, answers: Answers): string | null {
  const values = identifying.map((field) => answers[field]);
  if (!values.every((value): value is string => typeof value === 'string' && value.trim() !== ''))
    return null;
  return deps.keys.blindIndex('cases.likeness', JSON.stringify(values.map(plainName)));
}

/** Looks for earlier applications for the same. What it finds is a hint for a caseworker, never a reason to refuse. */
export async function suspectDuplicates(
  deps: CasesDeps,
  tx: Writer,
  row: Pick<CaseRow, 'id' | 'reference' | 'ownerId' | 'serviceSlug'> & { likeness: string | null },
): Promise<void> {
  const now = deps.clock.now();
  const since = toInstant(new Date(now.getTime() - duplicateDays * 86_400_000));
  const { id: caseId, ownerId, serviceSlug, likeness } = row;
  const found = await deps.duplicates.alike(tx, { caseId, ownerId, serviceSlug, likeness, since });
  if (found.length === 0) return;
  const at = toInstant(now);
  await deps.duplicates.addDuplicates(
    tx,
    found.map((other) => ({
      caseId,
      otherId: other.id,
      reason: other.ownerId === ownerId ? ('person' as const) : ('details' as const),
      foundAt: at,
    })),
  );
  await deps.duplicates.setSpecial(tx, caseId, true);
  await appendEvent(tx, deps.tables, {
    stream: caseStream(caseId),
    type: 'cases.duplicate_suspected',
    actor: { kind: 'system', job: 'cases.submit' },
    at,
    data: { caseId, reference: row.reference, others: found.map(({ id }) => id) },
  });
}

/** What may be the same, for the office of a case; another office's case does not exist for it. */
export async function duplicatesOf(
  deps: CasesDeps,
  db: Reader,
  actor: StaffActor,
  id: CaseId,
): Promise<Duplicate[]> {
  const found = await deps.duplicates.duplicates(db, id);
  const rows = await Promise.all(
    found.map(async (link) => ({ link, row: await deps.cases.byId(db, link.other) })),
  );
  return rows.flatMap(({ link, row }) => {
    if (!row || !maySee(actor, row)) return [];
    const { id: caseId, reference, state, submittedAt } = row;
    return [{ caseId, reference, state, submittedAt, reason: link.reason, verdict: link.verdict }];
  });
}

/**
 * Writes down whether two cases are about the same. Neither changes by it: one that repeats another is decided like any
 * case, in words that its person understands.
 * @throws cases.not_found
 */
export async function settleDuplicate(
  deps: CasesDeps,
  tx: Writer,
  actor: StaffActor,
  { caseId, otherId, verdict }: { caseId: CaseId; otherId: CaseId; verdict: 'same' | 'different' },
): Promise<void> {
  const row = await officeCase(deps, tx, actor, caseId);
  const links = await deps.duplicates.duplicates(tx, caseId);
  const link = links.find(({ other }) => other === otherId);
  if (!link) throw caseNotFound();
  const at = toInstant(deps.clock.now());
  const settled = { verdict, settledBy: actor.staffId, settledAt: at };
  if (!(await deps.duplicates.settle(tx, link, settled))) throw caseNotFound();
  const open = links.some(({ other, verdict: known }) => other !== otherId && known === null);
  // Whether somebody may act for another is a look of its own.
  if (!open && link.caseId === caseId && row.mandateId === null)
    await deps.duplicates.setSpecial(tx, caseId, false);
  await appendEvent(tx, deps.tables, {
    stream: caseStream(caseId),
    type: 'cases.duplicate_settled',
    actor,
    at,
    data: { caseId, reference: row.reference, otherId, verdict },
  });
}
