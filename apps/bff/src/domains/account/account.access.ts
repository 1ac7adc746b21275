import type { AccessEntry } from '@jena/shared/account';
import type { AccountId } from '@jena/shared/kernel';
import { z } from 'zod';
import type { Reader } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { readEventsAbout, type StoredEvent } from '../../platform/events.ts';

const pageSize = 50;
/** So much of a person's history is looked through for one page; their own acts stand between. */
const mostReads = 10;

const withReference = z.object({ reference: z.string() });
const withCaseReference = z.object({ caseReference: z.string() });

/** The reference of the case that an event is about; cases and vault name it differently. */
function referenceOf(data: unknown): string | null {
  return (
    withReference.safeParse(data).data?.reference ??
    withCaseReference.safeParse(data).data?.caseReference ??
    null
  );
}

function purposeOf(type: string): AccessEntry['purpose'] | undefined {
  if (type === 'cases.viewed') return 'case_viewed';
  if (type === 'vault.evidence_viewed') return 'evidence_viewed';
  return type.startsWith('cases.') ? 'case_worked' : undefined;
}

/** The line that the person sees, if an event is one: the office, never the caseworker. */
function entryOf({ type, actorKind, officeId, at, data }: StoredEvent): AccessEntry | undefined {
  const purpose = purposeOf(type);
  if (actorKind !== 'staff' || officeId === null || purpose === undefined) return undefined;
  return { at, officeId, purpose, caseReference: referenceOf(data) };
}

/**
 * Who of the administration saw or worked with a person's data, newest first.
 * @param after `next` of the page before; anything else begins at the newest
 */
export async function accessLogOf(
  db: Reader,
  tables: AppTables,
  { accountId, after }: { accountId: AccountId; after: string | null },
): Promise<{ entries: AccessEntry[]; next: string | null }> {
  const entries: AccessEntry[] = [];
  let before = after !== null && /^\d{1,15}$/.test(after) ? Number(after) : undefined;
  for (let read = 0; read < mostReads; read++) {
    const events = await readEventsAbout(db, tables, {
      subject: accountId,
      limit: pageSize,
      ...(before === undefined ? {} : { before }),
    });
    for (const event of events) {
      // The ladder's own trace of an act repeats what the case's event says better.
      const entry = event.stream.startsWith('audit:') ? undefined : entryOf(event);
      if (entry !== undefined) entries.push(entry);
      before = event.sequence;
      if (entries.length === pageSize) return { entries, next: String(before) };
    }
    if (events.length < pageSize) return { entries, next: null };
  }
  return { entries, next: before === undefined ? null : String(before) };
}
