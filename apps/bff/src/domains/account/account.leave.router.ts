import { eraseInput, leavingSchema } from '@jena/shared/account';
import { firmLevelOfAct, levelOfAct } from '@jena/shared/identity';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router } from '../../platform/trpc.ts';
import { type LeavingDeps, leave, leavingOf } from './account.leave.ts';

/** The citizen's way out. */
export const createLeavingRouter = (deps: LeavingDeps) =>
  router({
    leaving: citizenQuery({ audit: 'none' })
      .input(z.object({}).optional())
      .output(leavingSchema)
      .query(({ ctx }) => leavingOf(deps, ctx.store.read, ctx.actor.accountId)),

    erase: citizenMutation({
      audit: 'account.erased',
      level: levelOfAct.eraseAccount,
      firmLevel: firmLevelOfAct.eraseAccount,
    })
      .input(eraseInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        const { actor } = ctx;
        await leave(deps, ctx.tx, { actor, accountId: actor.accountId });
        ctx.request.responseHeaders.set('clear-site-data', '"cache"');
        return {};
      }),
  });
