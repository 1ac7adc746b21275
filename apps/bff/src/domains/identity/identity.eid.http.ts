import { eidFailed, startEidInput } from '@jena/shared/identity';
import { badInput, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { buildErrorTcToken, buildTcToken, tcTokenHeaders } from '../../adapters/eid/tctoken.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import { browserSecret, readSecretCookie, setSecretCookie } from './identity.cookies.ts';
import { type ClientHint, type EidLoginDeps, finishEid } from './identity.eid.finish.ts';
import { failurePath } from './identity.eid.paths.ts';
import { issueTcToken, startEid } from './identity.eid.start.ts';
import { eidLoginMinutes, sessionLimits } from './identity.policy.ts';
import { deviceOf } from './identity.sessions.device.ts';

export type EidHttpDeps = EidLoginDeps & {
  /** Address of the product as browsers and eID clients see it. */
  publicUrl: string;
  /** Where the eID client is reached on the person's own device: TR-03124-1 §2.2.1. */
  eidClient: { desktop: string; mobile: string };
  trustedProxies: number;
  /** How often a transaction may begin, for one address and for one browser. */
  startLimits: { address: RateLimiter; browser: RateLimiter };
};

/** Bytes; a path and a few words. */
const longestStart = 4096;

/** What eID clients and browsers call on the way of the online ID card. */
export function eidRoutes(app: Hono, deps: EidHttpDeps): void {
  const url = (path: string) => new URL(path, deps.publicUrl).href;
  const limit = bodyLimit({
    maxSize: longestStart,
    onError: () => errorResponse(tooLarge({ bytes: longestStart })),
  });

  app.post('/eid/start', limit, async (c) => {
    const input = startEidInput.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return errorResponse(badInput());
    const browser = browserSecret(c);
    if (!mayStart(c, browser)) {
      deps.log.warn({}, 'too many transactions with the card begin from one place');
      return withRetry(errorResponse(tooMany()));
    }
    const sessionToken = readSecretCookie(c, 'citizen');
    const { tokenSecret, endsAt } = await startEid(deps, { ...input.data, browser, sessionToken });
    const query = `?tcTokenURL=${encodeURIComponent(url(`/eid/token/${tokenSecret}`))}`;
    return c.json({
      desktopUrl: `${deps.eidClient.desktop}${query}`,
      mobileUrl: `${deps.eidClient.mobile}${query}`,
      expiresAt: endsAt,
    });
  });

  /** Both count, so that neither new cookies nor new addresses alone begin more. */
  function mayStart(c: HonoContext, browser: string): boolean {
    const { address, browser: perBrowser } = deps.startLimits;
    return [address.take(clientAddress(c, deps.trustedProxies)), perBrowser.take(browser)].every(Boolean);
  }

  app.get('/eid/token/:secret', async (c) => {
    const answer = await issueTcToken(deps, c.req.param('secret'));
    if (answer.kind === 'gone') return c.body('', 410);
    const communicationErrorAddress = url(failurePath(answer.login, eidFailed.code));
    if (answer.kind === 'failed') {
      const token = buildErrorTcToken(url(failurePath(answer.login, answer.error.code)));
      return c.body(token, 200, tcTokenHeaders);
    }
    const { session, refreshSecret } = answer;
    const token = buildTcToken({
      serverAddress: session.serverAddress,
      sessionIdentifier: session.psk.id,
      refreshAddress: url(`/eid/refresh/${refreshSecret}`),
      communicationErrorAddress,
      psk: session.psk.key,
    });
    return c.body(token, 200, tcTokenHeaders);
  });

  app.get('/eid/refresh/:secret', async (c) => {
    const browser = readSecretCookie(c, 'login');
    if (!browser) return c.redirect('/anmelden?fehler=eid_other_browser', 303);
    const finished = await finishEid(deps, {
      refreshSecret: c.req.param('secret'),
      browser,
      hint: hintOf(c),
      browserNow: {
        oldToken: readSecretCookie(c, 'citizen'),
        device: deviceOf(c.req.header('user-agent')),
      },
    });
    if (finished.kind === 'refused') return c.redirect(failurePath(finished.login, finished.error.code), 303);
    if (finished.token)
      setSecretCookie(c, 'citizen', finished.token, sessionLimits.citizen.totalMinutes * 60);
    // An unknown card leads on to a registration in this browser: that needs its cookie a while longer.
    else setSecretCookie(c, 'login', browser, eidLoginMinutes * 60);
    return c.redirect(finished.to, 303);
  });
}

function withRetry(response: Response): Response {
  response.headers.set('retry-after', '60');
  return response;
}

function hintOf(c: HonoContext): ClientHint {
  if (c.req.query('ResultMajor') !== 'error') return 'ok';
  return c.req.query('ResultMinor')?.endsWith('cancellationByUser') ? 'cancelled' : 'failed';
}
