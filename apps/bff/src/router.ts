import type { Deps } from './deps.ts';
import { createAccountRouter, createAddedRouter, createLeavingRouter } from './domains/account/index.ts';
import { createAutomationRouter } from './domains/automation/index.ts';
import { createCasesRouter } from './domains/cases/index.ts';
import { createFormsRouter } from './domains/forms/index.ts';
import { createHandoverRouter } from './domains/handover/index.ts';
import { createIdentityRouter } from './domains/identity/index.ts';
import { createMandatesRouter } from './domains/mandates/index.ts';
import { createNotificationsRouter } from './domains/notifications/index.ts';
import { createServicesRouter } from './domains/services/index.ts';
import { createVaultRouter } from './domains/vault/index.ts';
import { createOperationsRouter } from './platform/jobs.router.ts';
import { mergeRouters, router } from './platform/trpc.ts';

/** Mounts every domain's procedures under the domain's name. */
export const createRouter = ({ domains }: Pick<Deps, 'domains'>) =>
  router({
    account: mergeRouters(
      createAccountRouter({ ...domains.account.account, ...domains.exporting }),
      createAddedRouter(domains.adding),
      createLeavingRouter(domains.leaving),
    ),
    automation: createAutomationRouter(domains.automationDeps),
    cases: createCasesRouter(domains.caseDeps),
    forms: createFormsRouter(domains.formDeps),
    handover: createHandoverRouter(domains.handoverDeps),
    identity: createIdentityRouter(domains.identityDeps),
    mandates: createMandatesRouter(domains.mandateDeps),
    notifications: createNotificationsRouter({
      notifications: domains.notifications,
      push: domains.push,
      limiter: domains.subscribeLimiter,
    }),
    services: createServicesRouter({ services: domains.services }),
    vault: createVaultRouter(domains.vault),
    operations: createOperationsRouter(),
  });

/** What the web app calls, as a type alone. */
export type AppRouter = ReturnType<typeof createRouter>;
