import type { AccountId, Actor, Instant } from '@jena/shared/kernel';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
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

/** Appends an event in the caller's transaction and returns its number; numbers grow within a stream. */
export async function appendEvent(
  tx: Writer,
  { platformEvents }: Pick<AppTables, 'platformEvents'>,
  event: NewEvent,
): Promise<number> {
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

/** The events that concern a person, newest first: what "who has seen my data" shows. */
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
