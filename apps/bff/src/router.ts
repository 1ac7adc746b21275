import type { Deps } from './deps.ts';
import { createNotificationsRouter, subscribeLimit } from './domains/notifications/index.ts';
import { createServicesRouter } from './domains/services/index.ts';
import { createRateLimiter } from './platform/rate-limit.ts';
import { router } from './platform/trpc.ts';

/** Mounts every domain's procedures under the domain's name. */
export const createRouter = ({ clock, notifications, push, services }: Deps) =>
  router({
    notifications: createNotificationsRouter({
      notifications,
      push,
      limiter: createRateLimiter({ clock, ...subscribeLimit }),
    }),
    services: createServicesRouter({ services }),
  });

/** What the web app calls, as a type alone. */
export type AppRouter = ReturnType<typeof createRouter>;
