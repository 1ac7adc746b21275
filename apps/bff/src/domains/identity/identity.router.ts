import { eidHealthSchema, logoutInput, meSchema, staffMeSchema } from '@jena/shared/identity';
import { z } from 'zod';
import { citizenMutation, publicQuery, router, staffMutation, staffQuery } from '../../platform/trpc.ts';
import type { AccountFace } from '../account/index.ts';
import { cookieOf, expiredCookie } from './identity.cookies.ts';
import type { EidHealthCheck } from './identity.eid.health.ts';
import { sessionEnds } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type IdentityRouterDeps = {
  identity: IdentityStore;
  account: Pick<AccountFace, 'displayName'>;
  eidHealth: EidHealthCheck;
};

const nothing = z.object({}).optional();

export const createIdentityRouter = ({ identity, account, eidHealth }: IdentityRouterDeps) =>
  router({
    me: publicQuery({ audit: 'none' })
      .input(nothing)
      .output(meSchema)
      .query(async ({ ctx }) => {
        const { actor, store } = ctx;
        const token = cookieOf(ctx.request.headers, 'citizen');
        const ends = token && (await sessionEnds(identity, store.read, 'citizen', token));
        if (actor.kind !== 'citizen' || !ends) return { kind: 'anonymous' as const };
        const { accountId, sessionId, levelOfAssurance } = actor;
        const name = await account.displayName(store.read, accountId);
        return { kind: 'citizen' as const, accountId, sessionId, name, levelOfAssurance, ...ends };
      }),

    logout: citizenMutation({ audit: 'none' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        await identity.endSession(ctx.tx, ctx.actor.sessionId);
        ctx.request.responseHeaders.append('set-cookie', expiredCookie('citizen'));
        ctx.request.responseHeaders.set('clear-site-data', '"cache"');
        return {};
      }),

    eidHealth: staffQuery('operator', { audit: 'none' })
      .input(nothing)
      .output(eidHealthSchema)
      .query(() => eidHealth.look()),

    staffMe: publicQuery({ audit: 'none' })
      .input(nothing)
      .output(staffMeSchema)
      .query(({ ctx: { actor } }) => {
        if (actor.kind !== 'staff') return { kind: 'anonymous' as const };
        const { staffId, name, officeId, roles } = actor;
        return { kind: 'staff' as const, staffId, name, officeId, roles: [...roles] };
      }),

    staffLogout: staffMutation('any', { audit: 'identity.staff_logged_out' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        await identity.endSession(ctx.tx, ctx.actor.sessionId);
        ctx.request.responseHeaders.append('set-cookie', expiredCookie('staff'));
        return {};
      }),
  });
