import {
  askRecoveryInput,
  confirmedRecoverySchema,
  confirmRecoveryInput,
  logoutInput,
  oldWaysSchema,
  recoveryAsksSchema,
  recoveryCodeInput,
  recoveryCodeSchema,
} from '@jena/shared/identity';
import { settleInput } from '@jena/shared/platform';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router, staffMutation, staffQuery } from '../../platform/trpc.ts';
import {
  askRecovery,
  codeToPrint,
  confirmRecovery,
  dropRecovery,
  type RecoveryDeps,
  recoveryAsks,
} from './identity.recovery.counter.ts';
import { oldWays, removeOldWays } from './identity.recovery.ts';
import type { EndingDeps } from './identity.sessions.list.ts';

const nothing = z.object({});

/** An access is given back: at the counter by two of the staff, and what its person does with it then. */
export const createRecoveryRouter = (deps: RecoveryDeps & EndingDeps) =>
  router({
    asks: staffQuery('caseworker', { audit: 'none' })
      .input(nothing)
      .output(recoveryAsksSchema)
      .query(async ({ ctx: { store, actor } }) => ({ asks: await recoveryAsks(deps, store.read, actor) })),

    ask: staffMutation('caseworker', { audit: 'identity.recovery_asked' })
      .input(askRecoveryInput)
      .output(nothing)
      .mutation(async ({ ctx, input: { idempotencyKey: _key, ...person } }) => {
        ctx.audit.concerns(await askRecovery(deps, ctx.tx, ctx.actor, person));
        return {};
      }),

    drop: staffMutation('caseworker', { audit: 'identity.recovery_dropped' })
      .input(settleInput)
      .output(nothing)
      .mutation(async ({ ctx, input }) => {
        ctx.audit.concerns(await dropRecovery(deps, ctx.tx, ctx.actor, input.askId));
        return {};
      }),

    confirm: staffMutation('caseworker', { audit: 'identity.recovery_issued' })
      .input(confirmRecoveryInput)
      .output(confirmedRecoverySchema)
      .mutation(async ({ ctx, input: { idempotencyKey: _key, ...person } }) => {
        const { recoveryId, accountId } = await confirmRecovery(deps, ctx.tx, ctx.actor, person);
        ctx.audit.concerns(accountId);
        return { recoveryId };
      }),

    code: staffQuery('caseworker', { audit: 'identity.recovery_printed' })
      .input(recoveryCodeInput)
      .output(recoveryCodeSchema)
      .query(async ({ ctx, input }) => {
        const { accountId, ...printed } = await codeToPrint(
          deps,
          ctx.store.read,
          ctx.actor,
          input.recoveryId,
        );
        ctx.audit.concerns(accountId);
        return printed;
      }),

    oldWays: citizenQuery({ audit: 'none' })
      .input(nothing)
      .output(oldWaysSchema)
      .query(({ ctx: { store, actor } }) => oldWays(deps, store.read, actor.accountId)),

    removeOldWays: citizenMutation({ audit: 'identity.old_ways_removed', level: 'substantial' })
      .input(logoutInput)
      .output(nothing)
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await removeOldWays(deps, ctx.tx, ctx.actor);
        return {};
      }),
  });
