import { type SamlProviderName, samlProviders, startSamlInput } from '@jena/shared/identity';
import { DomainError } from '@jena/shared/kernel';
import { badInput, notFound, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { samlPaths } from '../../adapters/saml/settings.ts';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import {
  browserSecret,
  deviceSecretOf,
  keepDeviceSecret,
  readSecretCookie,
  setSecretCookie,
} from './identity.cookies.ts';
import type { EidHttpDeps } from './identity.eid.http.ts';
import { eidLoginMinutes, sessionLimits } from './identity.policy.ts';
import { finishSaml, type SamlDeps } from './identity.saml.finish.ts';
import { sendOnPage } from './identity.saml.page.ts';
import { samlFailurePath } from './identity.saml.paths.ts';
import { receiveSaml } from './identity.saml.receive.ts';
import { startSaml } from './identity.saml.start.ts';
import { samlErrors } from './identity.saml.words.ts';
import { deviceOf } from './identity.sessions.device.ts';

export type SamlHttpDeps = SamlDeps & Pick<EidHttpDeps, 'startLimits' | 'trustedProxies'>;

/** Bytes; an answer with all attributes, signed twice and encrypted, has about 20 kB. */
const longest = 256 * 1024;

/** The ways to the identity providers and back. */
export function samlRoutes(app: Hono, deps: SamlHttpDeps): void {
  for (const provider of samlProviders) routesOf(app, deps, provider);
}

/** The way to one and back: forms that browsers post, and redirects. Not there where it is not configured. */
function routesOf(app: Hono, deps: SamlHttpDeps, provider: SamlProviderName): void {
  const paths = samlPaths(provider);
  const limit = bodyLimit({ maxSize: longest, onError: () => errorResponse(tooLarge({ bytes: longest })) });

  app.use(`/saml/${provider}/*`, async (_c, next) => {
    if (!deps.saml[provider].isConfigured) return errorResponse(notFound());
    await next();
    return undefined;
  });

  app.get(paths.metadata, (c) =>
    c.body(deps.saml[provider].metadata(), 200, { 'content-type': 'application/samlmetadata+xml' }),
  );

  app.post(paths.start, limit, async (c) => {
    const form = await formOf(c);
    const input = startSamlInput.safeParse(form);
    // A business's account is opened by the login itself.
    const isKnown = input.success && !(provider === 'muk' && input.data.purpose === 'registration');
    if (!isKnown) return errorResponse(badInput());
    const { purpose, returnTo } = input.data;
    const browser = browserSecret(c);
    const failed = ({ code }: DomainError) => c.redirect(samlFailurePath({ purpose, returnTo }, code), 303);
    if (!mayStart(c, browser)) {
      deps.log.warn({ provider }, 'too many logins by an identity provider begin from one place');
      return failed(tooMany());
    }
    const sessionToken = readSecretCookie(c, 'citizen');
    try {
      const sent = await startSaml(deps, { ...input.data, provider, browser, sessionToken });
      const { html, headers } = sendOnPage({
        provider,
        form: sent,
        language: returnTo.startsWith('/en') ? 'en' : 'de',
        cancelTo: samlFailurePath({ purpose, returnTo }, samlErrors[provider].cancelled().code),
      });
      return c.body(html, 200, headers);
    } catch (error) {
      if (error instanceof DomainError) return failed(error);
      throw error;
    }
  });

  /** Both count, so that neither new cookies nor new addresses alone begin more. */
  function mayStart(c: HonoContext, browser: string): boolean {
    const { address, browser: perBrowser } = deps.startLimits;
    return [address.take(clientAddress(c, deps.trustedProxies)), perBrowser.take(browser)].every(Boolean);
  }

  // Posted by another site, so without cookies, and none is read: see `deliveries` in app.ts.
  app.post(paths.answer, limit, async (c) => {
    const received = await receiveSaml(deps, provider, (await formOf(c))['SAMLResponse'] ?? '');
    c.header('cache-control', 'no-store');
    if (received.kind === 'refused')
      return c.redirect(samlFailurePath(received.login, received.error.code), 303);
    return c.redirect(`${paths.onward}/${received.secret}`, 303);
  });

  app.get(`${paths.onward}/:secret`, async (c) => {
    c.header('cache-control', 'no-store');
    const browserNow = {
      oldToken: readSecretCookie(c, 'citizen'),
      device: deviceOf(c.req.header('user-agent')),
      deviceSecret: deviceSecretOf(c),
    };
    const browser = readSecretCookie(c, 'login') ?? '';
    const finished = await finishSaml(deps, {
      provider,
      secret: c.req.param('secret') ?? '',
      browser,
      browserNow,
    });
    if (finished.kind === 'refused')
      return c.redirect(samlFailurePath(finished.login, finished.error.code), 303);
    if (finished.token) {
      setSecretCookie(c, 'citizen', finished.token, sessionLimits.citizen.totalMinutes * 60);
      keepDeviceSecret(c, browserNow.deviceSecret);
    } else setSecretCookie(c, 'login', browser, eidLoginMinutes * 60);
    return c.redirect(finished.to, 303);
  });
}

/** The texts of a posted form; files and what stands twice are left out. */
async function formOf(c: HonoContext): Promise<Record<string, string>> {
  const fields = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
