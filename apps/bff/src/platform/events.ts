import { accessByPerson } from '@jena/shared/account';
import type { AccountId, Actor, Instant } from '@jena/shared/kernel';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import { type AccessTables, chainAccess } from './access-chain.ts';
import type { Reader, Writer } from './db/access.ts';
import { insertRow } from './db/prepared.ts';
import type { AppTables } from './db/tables.ts';

export type NewEvent = {
  /** What it belongs to, e.g. `cases:<caseId>`. */
  stream: string;
  /** `<domain>.<what_happened>` */
  type: string;
  actor: Actor;
  at: Instant;
  /** No personal data in the clear: ids, codes and numbers. */
  data: unknown;
  /** The person whose data it concerns, when there is one. */
  subject?: AccountId;
};

export type StoredEvent = Awaited<ReturnType<typeof readEvents>>[number];

function actorColumns(actor: Actor) {
  switch (actor.kind) {
    case 'anonymous':
      return { actorKind: actor.kind, actorId: null, officeId: null };
    case 'citizen':
      return { actorKind: actor.kind, actorId: actor.accountId, officeId: null };
    case 'staff':
      return { actorKind: actor.kind, actorId: actor.staffId, officeId: actor.officeId };
    case 'system':
      return { actorKind: actor.kind, actorId: actor.job, officeId: null };
  }
}

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

/** A person's own acts that are lines too: they gave everything out, and whoever stole a login would do the same. */
const ownActs = new Set(['account.export_fetched']);

const withMandate = z.object({ onBehalfOf: z.string() });

/**
 * Who stands in the line: the office, never the caseworker, or by its id the mandate of whoever acted for the person.
 * Null where an event makes no line.
 */
function seenBy({ actor, stream, type, data }: NewEvent): string | null {
  if (actor.kind === 'citizen' && ownActs.has(type)) return accessByPerson;
  const mandate = actor.kind === 'citizen' && withMandate.safeParse(data).data?.onBehalfOf;
  if (mandate) return `mandate:${mandate}`;
  // The ladder's own trace of an act repeats what the case's event says better.
  return actor.kind === 'staff' && !stream.startsWith('audit:') ? actor.officeId : null;
}

/** The line of the person's access log that an event makes, if it makes one. */
async function chainLine(tx: Writer, tables: AccessTables, event: NewEvent): Promise<void> {
  const { subject, type: act, at, data } = event;
  const officeId = seenBy(event);
  if (officeId === null || subject === undefined) return;
  await chainAccess(tx, tables, { subject, at, officeId, act, caseReference: referenceOf(data) });
}

/**
 * Appends an event in the caller's transaction and returns its number; numbers grow within a stream. What staff, or
 * somebody who acts for a person, did with their data is a line of that person's access log from the same moment on.
 */
export async function appendEvent(
  tx: Writer,
  tables: Pick<AppTables, 'platformEvents'> & AccessTables,
  event: NewEvent,
): Promise<number> {
  const { platformEvents } = tables;
  const [row] = await insertRow(
    tx,
    platformEvents,
    {
      stream: event.stream,
      type: event.type,
      at: event.at,
      ...actorColumns(event.actor),
      subject: event.subject ?? null,
      data: event.data,
    },
    { returning: ['sequence'] },
  );
  if (row?.sequence === undefined) throw new Error('an inserted event returned no row');
  await chainLine(tx, tables, event);
  return row.sequence;
}

/** The events of a stream, oldest first, after a number when one is given. */
export async function readEvents(
  reader: Reader,
  { platformEvents }: Pick<AppTables, 'platformEvents'>,
  { stream, after = 0, limit = 500 }: { stream: string; after?: number; limit?: number },
) {
  return reader
    .select()
    .from(platformEvents)
    .where(and(eq(platformEvents.stream, stream), gt(platformEvents.sequence, after)))
    .orderBy(asc(platformEvents.sequence))
    .limit(limit);
}

/** The events of all streams, oldest first, after a number: for what is counted over all. */
export async function readEventsAfter(
  reader: Reader,
  { platformEvents }: Pick<AppTables, 'platformEvents'>,
  { after, limit }: { after: number; limit: number },
) {
  return reader
    .select()
    .from(platformEvents)
    .where(gt(platformEvents.sequence, after))
    .orderBy(asc(platformEvents.sequence))
    .limit(limit);
}

/** The events that concern a person, newest first. */
export async function readEventsAbout(
  reader: Reader,
  { platformEvents }: Pick<AppTables, 'platformEvents'>,
  { subject, before, limit = 50 }: { subject: AccountId; before?: number; limit?: number },
) {
  return reader
    .select()
    .from(platformEvents)
    .where(
      and(
        eq(platformEvents.subject, subject),
        before === undefined ? undefined : lt(platformEvents.sequence, before),
      ),
    )
    .orderBy(desc(platformEvents.sequence))
    .limit(limit);
}
