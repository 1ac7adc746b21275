import { documentId } from '@jena/shared/kernel';
import type { AnyRouter } from '@trpc/server/unstable-core-do-not-import';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeProcedures } from '../platform/http/procedures.ts';
import { openTestSqlite } from '../platform/testing/stores.ts';
import { citizenMutation, citizenQuery, router, staffQuery } from '../platform/trpc.ts';
import { openProduct, type Product } from '../testing/product.ts';
import { call, leak, openTown, rightCalls, strangers, type Town } from './authorisation.testing.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

async function inTown<T>(
  stage: Parameters<typeof openTown>[1],
  work: (town: Town) => Promise<T>,
): Promise<T> {
  const store = await openTestSqlite();
  const town = await openTown(store, stage);
  try {
    return await work(town);
  } finally {
    await town.close();
    await store.close();
  }
}

/** What strangers can get out of a procedure. */
async function leaksOf(
  town: Town,
  from: AnyRouter,
  path: string,
  type: 'query' | 'mutation',
  input: unknown,
  isStranger: (who: string) => boolean = () => true,
) {
  const found: string[] = [];
  for (const [who, actor] of Object.entries(strangers).filter(([name]) => isStranger(name))) {
    const outcome = await call(from, town, { path, type, actor: actor(), input });
    const problem = leak(town, input, outcome);
    if (problem !== undefined) found.push(`${who}: ${problem}`);
  }
  return found;
}

describe('whatever a person has', () => {
  it('is asked about by every procedure, each with a right call to begin with', () => {
    expect(Object.keys(rightCalls).sort()).toEqual([...describeProcedures(product.router).keys()].sort());
  });

  it.each(Object.entries(rightCalls))(
    'is not shown, not touched and not even known to others: %s',
    async (path, right) => {
      await inTown(right.stage ?? 'submitted', async (town) => {
        const type = describeProcedures(town.router).get(path)?.kind ?? 'query';
        const input = await right.input(town);
        const isStranger = (who: string) => !right.bearer || who !== 'another citizen';
        expect(await leaksOf(town, town.router, path, type, input, isStranger)).toEqual([]);
        // The same call by whom it belongs to works: nothing above was refused for a slip in the input.
        const { tables, read } = town.store;
        const before = await read.select().from(tables.platformEvents);
        expect(await call(town.router, town, { path, type, actor: right.by(town), input })).toHaveProperty(
          'data',
        );

        const meta = describeProcedures(town.router).get(path);
        if (meta?.kind !== 'mutation' || !meta.access.startsWith('staff:')) return;
        const after = (await read.select().from(tables.platformEvents)).slice(before.length);
        const traces = after.filter(
          ({ stream, actorKind }) => stream === `audit:${meta.audit}` && actorKind === 'staff',
        );
        expect(traces, 'the trace of what staff did').toHaveLength(1);
      });
    },
  );

  it('would be found out if a procedure gave it away', async () => {
    await inTown('submitted', async (town) => {
      const { vaultDocuments, cases } = town.store.tables;
      const leaky = router({
        shows: citizenQuery({ audit: 'none' })
          .input(z.object({ documentId }))
          .output(z.unknown())
          .query(({ ctx, input }) =>
            ctx.store.read
              .select({ owner: vaultDocuments.ownerId })
              .from(vaultDocuments)
              .where(eq(vaultDocuments.id, input.documentId)),
          ),
        touches: citizenMutation({ audit: 'none' })
          .input(z.object({ documentId }))
          .output(z.object({}))
          .mutation(() => ({})),
        lists: staffQuery('caseworker', { audit: 'none' })
          .input(z.object({}))
          .output(z.unknown())
          .query(({ ctx }) => ctx.store.read.select({ id: cases.id }).from(cases)),
        chokes: citizenQuery({ audit: 'none' })
          .input(z.object({ documentId: z.number() }))
          .output(z.unknown())
          .query(() => null),
      });
      const document = rightCalls['vault.remove']?.input(town);
      expect(await leaksOf(town, leaky, 'shows', 'query', document)).toEqual([
        'another citizen: shows what is not theirs',
      ]);
      expect(await leaksOf(town, leaky, 'touches', 'mutation', document)).toEqual([
        'another citizen: touches what is not theirs',
      ]);
      expect(await leaksOf(town, leaky, 'lists', 'query', {})).toEqual([
        'staff of another office: shows what is not theirs',
      ]);
      expect(await leaksOf(town, leaky, 'chokes', 'query', document)).toEqual([
        'another citizen: refused for another reason: platform.bad_input',
      ]);
    });
  });
});
