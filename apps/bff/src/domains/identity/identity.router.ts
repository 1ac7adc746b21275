import {
  doorsSchema,
  eidHealthSchema,
  endSessionInput,
  linkedLoginsSchema,
  logoutInput,
  meSchema,
  passkeysSchema,
  removePasskeyInput,
  sessionsSchema,
  staffMeSchema,
  unlinkBundIdInput,
} from '@jena/shared/identity';
import { z } from 'zod';
import {
  citizenMutation,
  citizenQuery,
  publicQuery,
  router,
  staffMutation,
  staffQuery,
} from '../../platform/trpc.ts';
import { cookieOf, expiredCookie } from './identity.cookies.ts';
import type { EidHealthCheck } from './identity.eid.health.ts';
import { operatorSessions } from './identity.operators.ts';
import { passkeyList, type RemovingDeps, removePasskey } from './identity.passkeys.list.ts';
import type { RecoveryDeps } from './identity.recovery.counter.ts';
import { createRecoveryRouter } from './identity.recovery.router.ts';
import { type LinkDeps, linkedLogins, unlinkBundId } from './identity.saml.links.ts';
import {
  type EndingDeps,
  endAllSessions,
  endOneSession,
  endOtherSessions,
  sessionList,
} from './identity.sessions.list.ts';
import { sessionOf } from './identity.sessions.ts';

export type IdentityRouterDeps = EndingDeps &
  LinkDeps &
  RemovingDeps &
  RecoveryDeps & {
    eidHealth: EidHealthCheck;
  };

const nothing = z.object({}).optional();

/** The browser forgets the session, and what it kept of the pages (ASVS 14.3.1). Drafts stay: they lie sealed in storage. */
function sayGoodbye(headers: Headers, door: 'citizen' | 'staff'): void {
  headers.append('set-cookie', expiredCookie(door));
  headers.set('clear-site-data', '"cache"');
}

export const createIdentityRouter = (deps: IdentityRouterDeps) =>
  router({
    me: publicQuery({ audit: 'none' })
      .input(nothing)
      .output(meSchema)
      .query(async ({ ctx }) => {
        const { actor, store } = ctx;
        const session = await sessionOf(
          deps,
          store.read,
          'citizen',
          cookieOf(ctx.request.headers, 'citizen'),
        );
        if (session?.ended) return { kind: 'anonymous' as const, ended: true as const };
        if (actor.kind !== 'citizen' || !session) return { kind: 'anonymous' as const };
        const { accountId, sessionId, levelOfAssurance } = actor;
        const name = await deps.account.displayName(store.read, accountId);
        const { method, at, idleEndsAt, endsAt } = session;
        const times = { at, idleEndsAt, endsAt };
        return { kind: 'citizen' as const, accountId, sessionId, name, levelOfAssurance, method, ...times };
      }),

    doors: publicQuery({ audit: 'none', shared: true })
      .input(nothing)
      .output(doorsSchema)
      .query(() => ({ bundId: deps.saml.bundid.isConfigured, muk: deps.saml.muk.isConfigured })),

    logout: citizenMutation({ audit: 'identity.logged_out' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        const { accountId, sessionId } = ctx.actor;
        ctx.audit.concerns(accountId);
        await deps.identity.endSession(ctx.tx, sessionId);
        await deps.silence(ctx.tx, accountId, { sessions: [sessionId] });
        sayGoodbye(ctx.request.responseHeaders, 'citizen');
        return {};
      }),

    sessions: citizenQuery({ audit: 'none' })
      .input(nothing)
      .output(sessionsSchema)
      .query(async ({ ctx }) => ({ sessions: await sessionList(deps, ctx.store.read, ctx.actor) })),

    endSession: citizenMutation({ audit: 'identity.session_ended' })
      .input(endSessionInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await endOneSession(deps, ctx.tx, ctx.actor, input.sessionId);
        return {};
      }),

    endOtherSessions: citizenMutation({ audit: 'identity.other_sessions_ended' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await endOtherSessions(deps, ctx.tx, ctx.actor);
        return {};
      }),

    logoutEverywhere: citizenMutation({ audit: 'identity.logged_out_everywhere' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await endAllSessions(deps, ctx.tx, ctx.actor);
        sayGoodbye(ctx.request.responseHeaders, 'citizen');
        return {};
      }),

    linkedLogins: citizenQuery({ audit: 'none' })
      .input(nothing)
      .output(linkedLoginsSchema)
      .query(({ ctx }) => linkedLogins(deps, ctx.store.read, ctx.actor.accountId)),

    unlinkBundId: citizenMutation({ audit: 'identity.bundid_unlinked', level: 'substantial' })
      .input(unlinkBundIdInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await unlinkBundId(deps, ctx.tx, ctx.actor);
        return {};
      }),

    passkeys: citizenQuery({ audit: 'none' })
      .input(nothing)
      .output(passkeysSchema)
      .query(async ({ ctx }) => ({
        passkeys: await passkeyList(deps, ctx.store.read, ctx.actor.accountId),
      })),

    removePasskey: citizenMutation({ audit: 'identity.passkey_removed' })
      .input(removePasskeyInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await removePasskey(deps, ctx.tx, ctx.actor, input.passkeyId);
        return {};
      }),

    eidHealth: staffQuery('operator', { audit: 'none' })
      .input(nothing)
      .output(eidHealthSchema)
      .query(() => deps.eidHealth.look()),

    recovery: createRecoveryRouter(deps),

    ...operatorSessions(deps),

    staffMe: publicQuery({ audit: 'none' })
      .input(nothing)
      .output(staffMeSchema)
      .query(async ({ ctx: { actor, store, request } }) => {
        const session = await sessionOf(deps, store.read, 'staff', cookieOf(request.headers, 'staff'));
        if (actor.kind !== 'staff' || !session || session.ended) return { kind: 'anonymous' as const };
        const { staffId, name, officeId, roles } = actor;
        const { at, idleEndsAt, endsAt } = session;
        return { kind: 'staff' as const, staffId, name, officeId, roles: [...roles], at, idleEndsAt, endsAt };
      }),

    staffLogout: staffMutation('any', { audit: 'identity.staff_logged_out' })
      .input(logoutInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        await deps.identity.endSession(ctx.tx, ctx.actor.sessionId);
        sayGoodbye(ctx.request.responseHeaders, 'staff');
        return {};
      }),
  });
