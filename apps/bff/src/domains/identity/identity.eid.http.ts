import { eidExpired, eidFailed, startEidInput } from '@jena/shared/identity';
import { DomainError } from '@jena/shared/kernel';
import { tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { buildErrorTcToken, buildTcToken, tcTokenHeaders } from '../../adapters/eid/tctoken.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import { browserSecret, readSecretCookie, setSecretCookie } from './identity.cookies.ts';
import { type ClientHint, type EidLoginDeps, finishEidLogin, returnPathOf } from './identity.eid.finish.ts';
import { issueTcToken, startEidLogin } from './identity.eid.start.ts';
import { sessionLimits } from './identity.policy.ts';
import { deviceOf } from './identity.sessions.device.ts';

export type EidHttpDeps = EidLoginDeps & {
  /** Address of the product as browsers and eID clients see it. */
  publicUrl: string;
  /** Where the eID client is reached on the person's own device: TR-03124-1 §2.2.1. */
  eidClient: { desktop: string; mobile: string };
  trustedProxies: number;
  /** How often a login may begin, for one address and for one browser. */
  startLimits: { address: RateLimiter; browser: RateLimiter };
};

/** Bytes; a path and nothing else. */
const longestStart = 4096;

/** What eID clients and browsers call on the way of a login with the online ID card. */
export function eidRoutes(app: Hono, deps: EidHttpDeps): void {
  const url = (path: string) => new URL(path, deps.publicUrl).href;
  const failedWith = (code: string) => url(`/anmelden?fehler=${code.split('.')[1]}`);
  const limit = bodyLimit({
    maxSize: longestStart,
    onError: () => errorResponse(tooLarge({ bytes: longestStart })),
  });

  app.post('/eid/start', limit, async (c) => {
    const input = startEidInput.pick({ returnTo: true }).safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return c.json({ appCode: 'platform.bad_input' }, 400);
    const browser = browserSecret(c);
    const { address, browser: perBrowser } = deps.startLimits;
    // Both count, so that neither new cookies nor new addresses alone begin more.
    const allowed = [address.take(clientAddress(c, deps.trustedProxies)), perBrowser.take(browser)];
    if (!allowed.every(Boolean)) {
      deps.log.warn({}, 'too many logins begin from one place');
      return c.json({ appCode: tooMany.code }, 429, { 'retry-after': '60' });
    }
    const { tokenSecret, endsAt } = await startEidLogin(deps, { browser, returnTo: input.data.returnTo });
    const query = `?tcTokenURL=${encodeURIComponent(url(`/eid/token/${tokenSecret}`))}`;
    return c.json({
      desktopUrl: `${deps.eidClient.desktop}${query}`,
      mobileUrl: `${deps.eidClient.mobile}${query}`,
      expiresAt: endsAt,
    });
  });

  app.get('/eid/token/:secret', async (c) => {
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
    const login = { refreshSecret: c.req.param('secret'), browser };
    try {
      const done = await finishEidLogin(deps, {
        ...login,
        hint: hintOf(c),
        oldToken: readSecretCookie(c, 'citizen'),
        device: deviceOf(c.req.header('user-agent')),
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
}

function hintOf(c: HonoContext): ClientHint {
  if (c.req.query('ResultMajor') !== 'error') return 'ok';
  return c.req.query('ResultMinor')?.endsWith('cancellationByUser') ? 'cancelled' : 'failed';
}
