import type { Contact } from '@jena/shared/account';
import { notTheCaseworker } from '@jena/shared/cases';
import { type CaseId, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent, readEvents } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream } from './cases.events.ts';
import { handsOf } from './cases.hands.ts';
import { maySeeContact, oneLookMinutes } from './cases.policy.ts';
import { officeCase } from './cases.staff.ts';

/**
 * Shows the caseworker of a running case what its applicant added to their profile. The look is on that person's access
 * log before the answer leaves; looks within minutes are one line.
 * @throws cases.not_found, cases.not_the_caseworker
 */
export async function viewContact(
  deps: CasesDeps & { store: Store },
  actor: StaffActor,
  id: CaseId,
): Promise<Contact> {
  const db = deps.store.read;
  const row = await officeCase(deps, db, actor, id);
  if (!maySeeContact(await handsOf(deps, db, actor), row)) throw notTheCaseworker();
  const now = deps.clock.now();
  const recent = toInstant(new Date(now.getTime() - oneLookMinutes * 60_000));
  const looked = async (reader: Reader) =>
    (await readEvents(reader, deps.tables, { stream: caseStream(id) })).some(
      (event) =>
        event.type === 'cases.contact_viewed' && event.actorId === actor.staffId && event.at > recent,
    );
  await deps.store.transaction(
    async (tx) => {
      await deps.cases.holdCase(tx, row);
      if (await looked(tx)) return;
      await appendEvent(tx, deps.tables, {
        stream: caseStream(id),
        type: 'cases.contact_viewed',
        actor,
        at: toInstant(now),
        data: { caseId: id, reference: row.reference },
        subject: row.submittedBy,
      });
    },
    { changesPublicData: false },
  );
  return deps.contact(db, row.submittedBy);
}
