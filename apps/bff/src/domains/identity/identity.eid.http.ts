import { eidCodeInput, eidExpired, eidFailed, joinInput, startEidInput } from '@jena/shared/identity';
import { badInput, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { buildErrorTcToken, buildTcToken, tcTokenHeaders } from '../../adapters/eid/tctoken.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import {
  browserSecret,
  deviceSecretOf,
  keepDeviceSecret,
  readSecretCookie,
  setSecretCookie,
} from './identity.cookies.ts';
import { type ClientHint, type EidLoginDeps, type Finished, finishEid } from './identity.eid.finish.ts';
import { finishByCode, issueCode } from './identity.eid.handover.ts';
import { codePage, elsewherePage } from './identity.eid.page.ts';
import { failurePath } from './identity.eid.paths.ts';
import { issueTcToken, startEid } from './identity.eid.start.ts';
import { settleWaiting } from './identity.eid.waiting.ts';
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
    const { tokenSecret, endsAt } = await startEid(deps, {
      ...input.data,
      browser,
      sessionToken,
      startedOn: deviceOf(c.req.header('user-agent')).system,
    });
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
    const refreshSecret = c.req.param('secret');
    const hint = hintOf(c);
    const now = browserNow(c);
    const finished = await finishEid(deps, { refreshSecret, browser, hint, browserNow: now });
    if (finished.kind === 'elsewhere') {
      const { startedOn: system, returnTo } = finished.login;
      const { html, headers } = elsewherePage({
        action: `/eid/refresh/${refreshSecret}/code`,
        system,
        returnTo,
      });
      return c.body(html, 200, headers);
    }
    if (finished.kind === 'refused') {
      const code = browser ? finished.error.code : 'identity.eid_other_browser';
      return c.redirect(failurePath(finished.login, code), 303);
    }
    keepCookies(c, finished, { browser, deviceSecret: now.deviceSecret });
    return c.redirect(finished.to, 303);
  });

  // Only on the person's tap: the eID client itself opens the refresh address too, to see its certificate.
  app.post('/eid/refresh/:secret/code', limit, async (c) => {
    const shown = await issueCode(deps, c.req.param('secret'));
    if (shown === undefined) return c.redirect(failurePath(undefined, eidExpired.code), 303);
    const { html, headers } = codePage(shown.code, shown.returnTo);
    return c.body(html, 200, headers);
  });

  app.post('/eid/code', limit, async (c) => {
    const input = eidCodeInput.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return errorResponse(badInput());
    const browser = readSecretCookie(c, 'login');
    if (!browser) return errorResponse(eidExpired());
    if (!mayStart(c, browser)) return withRetry(errorResponse(tooMany()));
    const now = browserNow(c);
    const finished = await finishByCode(deps, { ...input.data, browser, browserNow: now });
    if (finished.kind !== 'done')
      return errorResponse(finished.kind === 'refused' ? finished.error : eidExpired());
    keepCookies(c, finished, { browser, deviceSecret: now.deviceSecret });
    return c.json({ to: finished.to });
  });

  app.post('/eid/join', limit, async (c) => {
    const input = joinInput.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return errorResponse(badInput());
    const browser = readSecretCookie(c, 'login');
    if (!browser) return errorResponse(eidExpired());
    if (!mayStart(c, browser)) return withRetry(errorResponse(tooMany()));
    const settled = await settleWaiting(deps, { ...input.data, browser, browserNow: browserNow(c) });
    if (settled.token) setSecretCookie(c, 'citizen', settled.token, sessionLimits.citizen.totalMinutes * 60);
    return c.json({ to: settled.to });
  });
}

const browserNow = (c: HonoContext) => ({
  oldToken: readSecretCookie(c, 'citizen'),
  device: deviceOf(c.req.header('user-agent')),
  deviceSecret: deviceSecretOf(c),
});

function keepCookies(
  c: HonoContext,
  { token }: Extract<Finished, { kind: 'done' }>,
  { browser, deviceSecret }: { browser: string | undefined; deviceSecret: string },
) {
  if (token) {
    setSecretCookie(c, 'citizen', token, sessionLimits.citizen.totalMinutes * 60);
    keepDeviceSecret(c, deviceSecret);
  }
  // An unknown card leads on to a registration in this browser: that needs its cookie a while longer.
  else if (browser) setSecretCookie(c, 'login', browser, eidLoginMinutes * 60);
}

function withRetry(response: Response): Response {
  response.headers.set('retry-after', '60');
  return response;
}

function hintOf(c: HonoContext): ClientHint {
  if (c.req.query('ResultMajor') !== 'error') return 'ok';
  return c.req.query('ResultMinor')?.endsWith('cancellationByUser') ? 'cancelled' : 'failed';
}
