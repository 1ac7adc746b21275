import { returnPathSchema } from '@jena/shared/identity';
import type { Hono } from 'hono';
import { StaffLoginError } from '../../adapters/staff-login/port.ts';
import { browserSecret, readSecretCookie, setSecretCookie } from './identity.cookies.ts';
import { type EidHttpDeps, eidRoutes } from './identity.eid.http.ts';
import { type PasskeyHttpDeps, passkeyRoutes } from './identity.passkeys.http.ts';
import { sessionLimits } from './identity.policy.ts';
import { type RecoveryHttpDeps, recoveryRoutes } from './identity.recovery.http.ts';
import { type SamlHttpDeps, samlRoutes } from './identity.saml.http.ts';
import { deviceOf } from './identity.sessions.device.ts';
import { finishStaffLogin, type StaffLoginDeps, startStaffLogin } from './identity.staff.ts';

export type IdentityHttpDeps = EidHttpDeps &
  PasskeyHttpDeps &
  SamlHttpDeps &
  StaffLoginDeps &
  RecoveryHttpDeps;

/** The ways of a login that are not procedures: an eID client and redirects of browsers call them. */
export function identityRoutes(app: Hono, deps: IdentityHttpDeps): void {
  const url = (path: string) => new URL(path, deps.publicUrl).href;
  eidRoutes(app, deps);
  samlRoutes(app, deps);
  passkeyRoutes(app, deps);
  recoveryRoutes(app, deps);

  app.get('/amt/anmeldung', async (c) => {
    const returnTo = returnPathSchema.safeParse(c.req.query('zurueck') ?? '/amt');
    const target = returnTo.success ? returnTo.data : '/amt';
    try {
      return c.redirect(await startStaffLogin(deps, { browser: browserSecret(c), returnTo: target }), 303);
    } catch (error) {
      if (error instanceof StaffLoginError) return c.redirect(`/amt?fehler=${error.reason}`, 303);
      throw error;
    }
  });

  app.get('/amt/anmeldung/rueckkehr', async (c) => {
    const browser = readSecretCookie(c, 'login');
    const state = c.req.query('state');
    if (!browser || !state) return c.redirect('/amt?fehler=refused', 303);
    try {
      const callbackUrl = url(`${c.req.path}${new URL(c.req.url).search}`);
      const oldToken = readSecretCookie(c, 'staff');
      const device = deviceOf(c.req.header('user-agent'));
      const done = await finishStaffLogin(deps, { browser, callbackUrl, state, oldToken, device });
      if (!done) return c.redirect('/amt?fehler=refused', 303);
      setSecretCookie(c, 'staff', done.token, sessionLimits.staff.totalMinutes * 60);
      return c.redirect(done.returnTo, 303);
    } catch (error) {
      if (error instanceof StaffLoginError) return c.redirect(`/amt?fehler=${error.reason}`, 303);
      throw error;
    }
  });
}
