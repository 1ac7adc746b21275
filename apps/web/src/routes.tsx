import { routes as account } from './domains/account/routes.tsx';
import { routes as cases } from './domains/cases/routes.tsx';
import { routes as forms } from './domains/forms/routes.tsx';
import { routes as guides } from './domains/guides/routes.tsx';
import { routes as identity } from './domains/identity/routes.tsx';
import { routes as indicators } from './domains/indicators/routes.tsx';
import { routes as mandates } from './domains/mandates/routes.tsx';
import { routes as notifications } from './domains/notifications/routes.tsx';
import { routes as services } from './domains/services/routes.tsx';
import { routes as vault } from './domains/vault/routes.tsx';
import type { RouteDef } from './lib/page.ts';
import { routes as shell } from './shell/routes.tsx';

/** Every page of the citizen's app. The first match wins, so a domain lists its fixed paths before its patterns. */
export const routes: readonly RouteDef[] = [
  ...services,
  ...forms,
  ...guides,
  ...indicators,
  ...identity,
  ...cases,
  ...notifications,
  ...mandates,
  ...account,
  ...vault,
  ...shell,
];
