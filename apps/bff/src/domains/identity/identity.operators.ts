import { endStaffSessionsInput, openSessionsSchema } from '@jena/shared/identity';
import { toInstant } from '@jena/shared/kernel';
import { askInput, settleInput } from '@jena/shared/platform';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import { askForSecond, confirmAsSecond, dropAsk, openAsks } from '../../platform/four-eyes.ts';
import { staffMutation, staffQuery } from '../../platform/trpc.ts';
import { createOperatorStore } from './identity.operators.store.ts';
import { idleSince } from './identity.policy.ts';

const act = 'identity.end_all_sessions';
const nothing = z.object({}).optional();
const done = z.object({});

/**
 * What operators see and do about logins, whoever's they are (ASVS 7.4.5): one colleague's sessions end at once, when
 * a desk was left open or somebody left the house; everybody's end when two operators want it.
 */
export function operatorSessions({ tables, clock }: { tables: AppTables; clock: Clock }) {
  const sessions = createOperatorStore(tables);
  const now = () => toInstant(clock.now());
  const used = (kind: 'citizen' | 'staff') => ({ now: now(), seenSince: idleSince(kind, clock.now()) });
  return {
    openSessions: staffQuery('operator', { audit: 'none' })
      .input(nothing)
      .output(openSessionsSchema)
      .query(async ({ ctx: { store, actor } }) => ({
        citizens: await sessions.countCitizens(store.read, used('citizen')),
        staff: await sessions.staff(store.read, used('staff')),
        asks: await openAsks(store.read, tables, { act, actor, at: now() }),
      })),

    endStaffSessions: staffMutation('operator', { audit: 'identity.staff_sessions_ended' })
      .input(endStaffSessionsInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await sessions.endAll(ctx.tx, now(), input.staffId);
        return {};
      }),

    askEndAll: staffMutation('operator', { audit: 'identity.end_all_asked' })
      .input(askInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        await askForSecond(tx, tables, { act, actor, at: now(), reason: input.reason });
        return {};
      }),

    dropEndAll: staffMutation('operator', { audit: 'identity.end_all_dropped' })
      .input(settleInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        await dropAsk(tx, tables, { act, actor, at: now(), id: input.askId });
        return {};
      }),

    confirmEndAll: staffMutation('operator', { audit: 'identity.end_all_confirmed' })
      .input(settleInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        await confirmAsSecond(tx, tables, { act, actor, at: now(), id: input.askId });
        await sessions.endAll(tx, now());
        return {};
      }),
  };
}
