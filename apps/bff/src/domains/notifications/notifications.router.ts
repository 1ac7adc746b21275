import {
  inboxInput,
  inboxSchema,
  markInput,
  pushKeySchema,
  pushSettingsInput,
  pushSettingsSchema,
  saveTellingInput,
  subscribeInput,
  tellingSchema,
  unreadSchema,
  unsubscribeInput,
} from '@jena/shared/notifications';
import { tooMany } from '@jena/shared/platform';
import { z } from 'zod';
import type { PushPort } from '../../adapters/push/port.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import { citizenMutation, citizenQuery, publicMutation, publicQuery, router } from '../../platform/trpc.ts';
import type { Notifications } from './notifications.usecases.ts';

type Deps = { notifications: Notifications; push: PushPort; limiter: RateLimiter };

/** The inbox of a person, and the pushes of a device. */
export function createNotificationsRouter({ notifications, push, limiter }: Deps) {
  const slowDown = (address: string) => {
    if (!limiter.take(address)) throw tooMany();
  };
  return router({
    pushKey: publicQuery({ audit: 'none', shared: true })
      .input(z.object({}))
      .output(pushKeySchema)
      .query(() => ({ publicKey: push.publicKey })),

    pushSettings: publicQuery({ audit: 'none' })
      .input(pushSettingsInput)
      .output(pushSettingsSchema)
      .query(({ ctx, input }) => notifications.pushSettings(ctx.store.read, ctx.actor, input.device)),

    subscribe: publicMutation({ audit: 'none' })
      .input(subscribeInput)
      .output(pushSettingsSchema)
      .mutation(({ ctx, input }) => {
        slowDown(ctx.request.address);
        return notifications.subscribe({ tx: ctx.tx, actor: ctx.actor, now: ctx.clock.now() }, push, input);
      }),

    unsubscribe: publicMutation({ audit: 'none' })
      .input(unsubscribeInput)
      .output(pushSettingsSchema)
      .mutation(({ ctx, input }) => {
        slowDown(ctx.request.address);
        return notifications.unsubscribe(
          { tx: ctx.tx, actor: ctx.actor, now: ctx.clock.now() },
          input.endpoint,
        );
      }),

    telling: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(tellingSchema)
      .query(({ ctx }) => notifications.telling(ctx.store.read, ctx.actor.accountId)),

    saveTelling: citizenMutation({ audit: 'none' })
      .input(saveTellingInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input: { idempotencyKey: _key, ...telling } }) => {
        await notifications.saveTelling(ctx.tx, ctx.actor.accountId, telling);
        return {};
      }),

    inbox: citizenQuery({ audit: 'none' })
      .input(inboxInput)
      .output(inboxSchema)
      .query(({ ctx, input }) => notifications.inbox(ctx.store.read, ctx.actor.accountId, input)),

    unreadCount: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(unreadSchema)
      .query(({ ctx }) => notifications.unreadCount(ctx.store.read, ctx.actor.accountId)),

    mark: citizenMutation({ audit: 'none' })
      .input(markInput)
      .output(unreadSchema)
      .mutation(({ ctx, input: { messageIds, change } }) =>
        notifications.mark(ctx.tx, ctx.actor.accountId, { messageIds, change, now: ctx.clock.now() }),
      ),
  });
}
