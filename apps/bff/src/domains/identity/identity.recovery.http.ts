import { redeemInput } from '@jena/shared/identity';
import { badInput, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorResponse } from '../../platform/http/errors.ts';
import { clientAddress } from '../../platform/http/request-meta.ts';
import {
  browserSecret,
  deviceSecretOf,
  keepDeviceSecret,
  readSecretCookie,
  setSecretCookie,
} from './identity.cookies.ts';
import type { RecoveryLimiters } from './identity.limiters.ts';
import { sessionLimits } from './identity.policy.ts';
import { type RedeemDeps, redeemRecovery } from './identity.recovery.ts';
import { deviceOf } from './identity.sessions.device.ts';

export type RecoveryHttpDeps = {
  recovery: RedeemDeps & { recoveryLimiters: Pick<RecoveryLimiters, 'address' | 'browser'> };
  trustedProxies: number;
};

/** Bytes. */
const longest = 1024;

/** Giving an access back is no procedure: it sets a cookie, and a wrong try is counted outside of what it undoes. */
export function recoveryRoutes(app: Hono, { recovery, trustedProxies }: RecoveryHttpDeps): void {
  const limit = bodyLimit({ maxSize: longest, onError: () => errorResponse(tooLarge({ bytes: longest })) });
  app.post('/recovery', limit, async (c) => {
    c.header('cache-control', 'no-store');
    const { address, browser } = recovery.recoveryLimiters;
    const allowed = [address.take(clientAddress(c, trustedProxies)), browser.take(browserSecret(c))];
    if (!allowed.every(Boolean)) throw tooMany();
    const read = redeemInput.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) throw badInput();
    const deviceSecret = deviceSecretOf(c);
    const token = await redeemRecovery(recovery, read.data, {
      oldToken: readSecretCookie(c, 'citizen'),
      device: deviceOf(c.req.header('user-agent')),
      deviceSecret,
    });
    keepDeviceSecret(c, deviceSecret);
    setSecretCookie(c, 'citizen', token, sessionLimits.citizen.totalMinutes * 60);
    return c.json({});
  });
}
