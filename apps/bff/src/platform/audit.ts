import { type AccountId, toInstant } from '@jena/shared/kernel';
import type { AuditNote, Context } from './context.ts';
import type { Writer } from './db/access.ts';
import { appendEvent } from './events.ts';

type Act = { type: string; path: string; subjects: readonly AccountId[] };

/** Collects whom a call concerns while it runs. */
export function noteSubjects(): AuditNote & { subjects: AccountId[] } {
  const subjects: AccountId[] = [];
  return {
    subjects,
    concerns(subject) {
      if (!subjects.includes(subject)) subjects.push(subject);
    },
  };
}

/** Appends an act's audit events, one for each person it concerns, in the transaction that did it. */
export async function auditWithin(
  tx: Writer,
  { store, actor, clock }: Pick<Context, 'store' | 'actor' | 'clock'>,
  { type, path, subjects }: Act,
): Promise<void> {
  if (type === 'none') return;
  const at = toInstant(clock.now());
  for (const subject of subjects.length === 0 ? [undefined] : subjects) {
    await appendEvent(tx, store.tables, {
      stream: `audit:${type}`,
      type,
      actor,
      at,
      data: { path },
      ...(subject === undefined ? {} : { subject }),
    });
  }
}

/** The same for a query: it has been answered from committed data, so its trace gets a transaction of its own. */
export async function auditLater(context: Context, act: Act): Promise<void> {
  if (act.type === 'none') return;
  await context.store.transaction((tx) => auditWithin(tx, context, act), { changesPublicData: false });
}
