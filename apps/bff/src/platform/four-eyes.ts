import { type Instant, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import { type Ask, askNotFound, needsAnother } from '@jena/shared/platform';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Reader, Writer } from './db/access.ts';
import type { AskId } from './db/platform.tables.ts';
import type { AppTables } from './db/tables.ts';

/** How long an act waits for the second person; after that it must be asked for again. */
export const askMinutes = 60;

/** What only happens when two people want it (ASVS 2.3.5). */
export type FourEyesAct = 'identity.end_all_sessions' | 'identity.recover' | `automation.switch_on.${string}`;

type AskTables = Pick<AppTables, 'platformAsks'>;
type Asking = { act: FourEyesAct; actor: StaffActor; at: Instant };

/** The first pair of eyes: nothing happens yet. */
export async function askForSecond(
  tx: Writer,
  { platformAsks }: AskTables,
  { act, actor, at, reason }: Asking & { reason: string },
): Promise<AskId> {
  const id = newId<'ask'>() as AskId;
  const endsAt = toInstant(new Date(Date.parse(at) + askMinutes * 60_000));
  const { staffId: askedBy, name: askedByName } = actor;
  await tx.insert(platformAsks).values({ id, act, reason, askedBy, askedByName, askedAt: at, endsAt });
  return id;
}

/** What waits for a second person now, oldest first. */
export async function openAsks(
  reader: Reader,
  { platformAsks: t }: AskTables,
  { act, actor, at }: Asking,
): Promise<Ask[]> {
  const rows = await reader
    .select()
    .from(t)
    .where(and(eq(t.act, act), isNull(t.settledAt), gt(t.endsAt, at)))
    .orderBy(asc(t.askedAt), asc(t.id));
  return rows.map(({ id, reason, askedBy, askedByName, askedAt, endsAt }) => ({
    id: id as string as Ask['id'],
    reason,
    askedBy: askedByName,
    mine: askedBy === actor.staffId,
    askedAt,
    endsAt,
  }));
}

/**
 * The second pair of eyes; the caller does in the same transaction what was asked for.
 * @throws platform.needs_another for who asked, platform.ask_not_found when it is settled, too old or of another act
 */
export async function confirmAsSecond(
  tx: Writer,
  tables: AskTables,
  asking: Asking & { id: Ask['id'] },
): Promise<void> {
  const asked = (await openAsks(tx, tables, asking)).find(({ id }) => id === asking.id);
  if (asked?.mine) throw needsAnother();
  await settle(tx, tables, asking);
}

/** Takes an act back that waits: whoever may ask may. */
export async function dropAsk(
  tx: Writer,
  tables: AskTables,
  asking: Asking & { id: Ask['id'] },
): Promise<void> {
  await settle(tx, tables, asking);
}

/** Of two who settle at once, one does: the other finds it settled. */
async function settle(
  tx: Writer,
  { platformAsks: t }: AskTables,
  { act, actor, at, id }: Asking & { id: Ask['id'] },
): Promise<void> {
  const settled = await tx
    .update(t)
    .set({ settledBy: actor.staffId, settledAt: at })
    .where(and(eq(t.id, id as string as AskId), eq(t.act, act), isNull(t.settledAt), gt(t.endsAt, at)))
    .returning({ id: t.id });
  if (settled.length === 0) throw askNotFound();
}
