import { createHash } from 'node:crypto';
import { type AccessEntry, type AccessLog, linkText } from '@jena/shared/account';
import type { AccountId, Instant } from '@jena/shared/kernel';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Reader, Writer } from './db/access.ts';
import { insertRow } from './db/prepared.ts';
import type { AppTables } from './db/tables.ts';

export type AccessTables = Pick<AppTables, 'platformAccess' | 'platformAccessHeads'>;

type Act = {
  subject: AccountId;
  at: Instant;
  officeId: string;
  act: string;
  caseReference: string | null;
};

/**
 * Appends an act to the person's access log, in the transaction that does it. The head's row is taken first and held
 * until the commit, so that two acts at once stand one behind the other on PostgreSQL too. Hashing these few bytes
 * takes microseconds; a job after the commit could be lost between act and line.
 */
export async function chainAccess(tx: Writer, tables: AccessTables, act: Act): Promise<void> {
  const { platformAccess, platformAccessHeads: heads } = tables;
  const { subject } = act;
  const [head] = await tx
    .insert(heads)
    .values({ subject, number: 1, hash: '' })
    .onConflictDoUpdate({ target: heads.subject, set: { number: sql`${heads.number} + 1` } })
    .returning({ number: heads.number, hash: heads.hash });
  if (head === undefined) throw new Error('the head of an access log returned no row');
  const entry = { ...act, number: head.number, previous: head.hash };
  const hash = createHash('sha256').update(linkText(subject, entry)).digest('base64url');
  await insertRow(tx, platformAccess, { ...entry, hash });
  await tx.update(heads).set({ hash }).where(eq(heads.subject, subject));
}

const columnsOf = ({
  number,
  at,
  officeId,
  act,
  caseReference,
  previous,
  hash,
}: AccessTables['platformAccess']) => ({ number, at, officeId, act, caseReference, previous, hash });

/** Where a person's access log ends. */
export async function accessHead(
  db: Reader,
  { platformAccessHeads: heads }: AccessTables,
  subject: AccountId,
): Promise<AccessLog['head']> {
  const [head] = await db
    .select({ number: heads.number, hash: heads.hash })
    .from(heads)
    .where(eq(heads.subject, subject));
  return head ?? { number: 0, hash: '' };
}

/** The lines of a person's access log that one office, or one mandate, left; newest first. */
export async function readActsBy(
  db: Reader,
  { platformAccess: t }: AccessTables,
  { subject, by, limit }: { subject: AccountId; by: string; limit: number },
): Promise<AccessEntry[]> {
  return db
    .select(columnsOf(t))
    .from(t)
    .where(and(eq(t.subject, subject), eq(t.officeId, by)))
    .orderBy(desc(t.number))
    .limit(limit);
}

/** A person's access log from an entry backwards (`before` itself is left out), newest first. */
export async function readAccess(
  db: Reader,
  { platformAccess: t }: AccessTables,
  { subject, before, limit }: { subject: AccountId; before: number; limit: number },
): Promise<AccessEntry[]> {
  return db
    .select(columnsOf(t))
    .from(t)
    .where(and(eq(t.subject, subject), lt(t.number, before)))
    .orderBy(desc(t.number))
    .limit(limit);
}

/** Forgets who saw the data of a person who was erased. */
export async function forgetAccess(tx: Writer, tables: AccessTables, subject: AccountId): Promise<void> {
  await tx.delete(tables.platformAccess).where(eq(tables.platformAccess.subject, subject));
  await tx.delete(tables.platformAccessHeads).where(eq(tables.platformAccessHeads.subject, subject));
}
