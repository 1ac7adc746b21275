import { addPasskeyInput, loginRequired, passkeyFailed, passkeyLoginInput } from '@jena/shared/identity';
import type { CitizenActor } from '@jena/shared/kernel';
import { badInput, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono, Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
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
import {
  addPasskey,
  logInByPasskey,
  type PasskeyDeps,
  passkeyToAdd,
  passkeyToLogIn,
} from './identity.passkeys.ts';
import { sessionLimits } from './identity.policy.ts';
import { deviceOf } from './identity.sessions.device.ts';
import { actorOf } from './identity.sessions.ts';

export type PasskeyHttpDeps = PasskeyDeps & Pick<EidHttpDeps, 'startLimits' | 'trustedProxies'>;

/** Bytes; attestations with certificates are the longest. */
const longest = 64 * 1024;

/** Passkeys are no procedures: what they sign is checked between transactions, and a login sets a cookie. */
export function passkeyRoutes(app: Hono, deps: PasskeyHttpDeps): void {
  const limit = bodyLimit({ maxSize: longest, onError: () => errorResponse(tooLarge({ bytes: longest })) });

  async function citizen(c: HonoContext): Promise<CitizenActor> {
    const token = readSecretCookie(c, 'citizen');
    const actor = await actorOf(deps, 'citizen', { token, quiet: false });
    if (actor.kind !== 'citizen') throw loginRequired();
    return actor;
  }

  /** A POST that answers JSON which nobody keeps. */
  const post = (path: string, answer: (c: HonoContext) => Promise<object>) =>
    app.post(path, limit, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await answer(c));
    });

  post('/passkey/add/options', async (c) => passkeyToAdd(deps, await citizen(c)));

  post('/passkey/add', async (c) => {
    await addPasskey(deps, await citizen(c), await bodyOf(c, addPasskeyInput));
    return {};
  });

  post('/passkey/login/options', async (c) => {
    const browser = browserSecret(c);
    const { address, browser: perBrowser } = deps.startLimits;
    const allowed = [address.take(clientAddress(c, deps.trustedProxies)), perBrowser.take(browser)];
    if (!allowed.every(Boolean)) throw tooMany();
    return passkeyToLogIn(deps, browser);
  });

  post('/passkey/login', async (c) => {
    const input = await bodyOf(c, passkeyLoginInput);
    const browser = readSecretCookie(c, 'login');
    if (!browser) throw passkeyFailed();
    const deviceSecret = deviceSecretOf(c);
    const token = await logInByPasskey(deps, input, {
      browser,
      deviceSecret,
      oldToken: readSecretCookie(c, 'citizen'),
      device: deviceOf(c.req.header('user-agent')),
    });
    setSecretCookie(c, 'citizen', token, sessionLimits.citizen.totalMinutes * 60);
    keepDeviceSecret(c, deviceSecret);
    return {};
  });
}

/** @throws platform.bad_input */
async function bodyOf<T extends z.ZodType>(c: HonoContext, schema: T): Promise<z.infer<T>> {
  const read = schema.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) throw badInput();
  return read.data;
}
