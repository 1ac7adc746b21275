import { eidExpired, eidFailed, returnPathSchema, startEidInput } from '@jena/shared/identity';
import { DomainError } from '@jena/shared/kernel';
import { tooLarge } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { buildErrorTcToken, buildTcToken, tcTokenHeaders } from '../../adapters/eid/tctoken.ts';
import { StaffLoginError } from '../../adapters/staff-login/port.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { readSecretCookie, setSecretCookie } from './identity.cookies.ts';
import {
  type EidLoginDeps,
  finishEidLogin,
  issueTcToken,
  returnPathOf,
  startEidLogin,
} from './identity.eid.ts';
import { eidLoginMinutes, sessionLimits } from './identity.policy.ts';
import { newSecret } from './identity.secrets.ts';
import { finishStaffLogin, type StaffLoginDeps, startStaffLogin } from './identity.staff.ts';

export type IdentityHttpDeps = EidLoginDeps &
  StaffLoginDeps & {
    /** Address of the product as browsers and eID clients see it. */
    publicUrl: string;
    /** Where the eID client listens on the person's own device: TR-03124-1 §2.2.1. */
    eidClient: { desktop: string; mobile: string };
  };

/** Bytes; a path and nothing else. */
const longestStart = 4096;

/** The ways of a login that are not procedures: an eID client and redirects of browsers call them. */
export function identityRoutes(app: Hono, deps: IdentityHttpDeps): void {
  const url = (path: string) => new URL(path, deps.publicUrl).href;
  const limit = bodyLimit({
    maxSize: longestStart,
    onError: () => errorResponse(tooLarge({ bytes: longestStart })),
  });

  app.post('/eid/start', limit, async (c) => {
    const input = startEidInput.pick({ returnTo: true }).safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return c.json({ appCode: 'platform.bad_input' }, 400);
    const browser = browserSecret(c);
    const { tokenSecret, endsAt } = await startEidLogin(deps, { browser, returnTo: input.data.returnTo });
    const query = `?tcTokenURL=${encodeURIComponent(url(`/eid/token/${tokenSecret}`))}`;
    return c.json({
      desktopUrl: `${deps.eidClient.desktop}${query}`,
      mobileUrl: `${deps.eidClient.mobile}${query}`,
      expiresAt: endsAt,
    });
  });

  app.get('/eid/token/:secret', async (c) => {
    const failedWith = (code: string) => url(`/anmelden?fehler=${code.split('.')[1]}`);
    try {
      const { session, refreshSecret } = await issueTcToken(deps, c.req.param('secret'));
      const token = buildTcToken({
        serverAddress: session.serverAddress,
        sessionIdentifier: session.psk.id,
        refreshAddress: url(`/eid/refresh/${refreshSecret}`),
        communicationErrorAddress: failedWith(eidFailed.code),
        psk: session.psk.key,
      });
      return c.body(token, 200, tcTokenHeaders);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === eidExpired.code) return c.body('', 410);
      return c.body(buildErrorTcToken(failedWith(error.code)), 200, tcTokenHeaders);
    }
  });

  app.get('/eid/refresh/:secret', async (c) => {
    const browser = readSecretCookie(c, 'login');
    if (!browser) return c.redirect('/anmelden?fehler=eid_other_browser', 303);
    const minor = c.req.query('ResultMinor') ?? '';
    const login = { refreshSecret: c.req.param('secret'), browser };
    try {
      const done = await finishEidLogin(deps, {
        ...login,
        cancelled: minor.endsWith('cancellationByUser'),
        oldToken: readSecretCookie(c, 'citizen'),
      });
      setSecretCookie(c, 'citizen', done.token, sessionLimits.citizen.totalMinutes * 60);
      return c.redirect(done.returnTo, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const target = await returnPathOf(deps, login);
      const query = new URLSearchParams({
        fehler: error.code.split('.')[1] ?? '',
        ...(target === undefined ? {} : { zurueck: target }),
      });
      return c.redirect(`/anmelden?${query}`, 303);
    }
  });

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
      const done = await finishStaffLogin(deps, { browser, callbackUrl, state, oldToken });
      if (!done) return c.redirect('/amt?fehler=refused', 303);
      setSecretCookie(c, 'staff', done.token, sessionLimits.staff.totalMinutes * 60);
      return c.redirect(done.returnTo, 303);
    } catch (error) {
      if (error instanceof StaffLoginError) return c.redirect(`/amt?fehler=${error.reason}`, 303);
      throw error;
    }
  });
}

/** The secret that binds a login to the browser that began it; each browser has one while it logs in. */
function browserSecret(c: HonoContext): string {
  const known = readSecretCookie(c, 'login');
  const secret = known && known.length >= 40 ? known : newSecret().secret;
  setSecretCookie(c, 'login', secret, eidLoginMinutes * 60);
  return secret;
}
