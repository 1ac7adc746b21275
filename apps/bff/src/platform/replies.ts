import { createHash } from 'node:crypto';
import { type Actor, type IdempotencyKey, type Instant, toInstant } from '@jena/shared/kernel';
import { idempotencyMismatch } from '@jena/shared/platform';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import { and, eq, lt } from 'drizzle-orm';
import type { Context } from './context.ts';
import type { Writer } from './db/access.ts';
import { insertRow } from './db/prepared.ts';
import type { AppTables } from './db/tables.ts';

/** Keys in order, so that the same input has one text, whoever wrote it. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** Whose key it is: the same key from two people means two things. */
function ownerOf(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.accountId}`;
    case 'staff':
      return `staff:${actor.staffId}`;
    case 'system':
      return `system:${actor.job}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/**
 * Prepares to answer a call once: `claim` returns the earlier answer if there is one,
 * `keep` stores this one. The input is hashed here, before any transaction.
 * @throws platform.idempotency_mismatch from `claim` when the key came with another input
 */
export async function replyOnce(
  { store, actor, clock }: Pick<Context, 'store' | 'actor' | 'clock'>,
  call: { path: string; key: IdempotencyKey; input: unknown },
) {
  const { platformReplies } = store.tables;
  const owner = ownerOf(actor);
  const inputHash = createHash('sha256')
    .update(JSON.stringify(canonical(call.input)))
    .digest('base64url');
  const mine = and(eq(platformReplies.actor, owner), eq(platformReplies.key, call.key));
  return {
    async claim(tx: Writer): Promise<{ data?: unknown } | undefined> {
      const { path, key } = call;
      const claim = { actor: owner, key, path, inputHash, reply: {}, at: toInstant(clock.now()) };
      const claimed = await insertRow(tx, platformReplies, claim, { orKeep: true, returning: ['key'] });
      if (claimed.length > 0) return undefined;
      const [known] = await tx.select().from(platformReplies).where(mine);
      if (known === undefined || known.path !== call.path || known.inputHash !== inputHash) {
        throw idempotencyMismatch();
      }
      return known.reply;
    },
    async keep(tx: Writer, data: unknown): Promise<void> {
      await tx
        .update(platformReplies)
        .set({ reply: data === undefined ? {} : { data } })
        .where(mine);
    },
  };
}

/** A stored answer in the form in which tRPC's middlewares hand results on. */
export function replayed(data: unknown) {
  return { marker: middlewareMarker, ok: true as const, data };
}

/** Deletes answers older than an instant: after that, a repeated key would run again. */
export async function forgetReplies(
  tx: Writer,
  { platformReplies }: Pick<AppTables, 'platformReplies'>,
  before: Instant,
): Promise<void> {
  await tx.delete(platformReplies).where(lt(platformReplies.at, before));
}
