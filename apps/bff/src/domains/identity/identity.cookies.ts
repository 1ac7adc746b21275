import type { Context as HonoContext } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { eidLoginMinutes, knownDeviceDays } from './identity.policy.ts';
import { newSecret } from './identity.secrets.ts';

/** Cookies of the two doors and of logins under way. `__Host-`: this host only, https only, whole site (ASVS 3.3.3). */
export const cookieNames = {
  citizen: '__Host-jena_session',
  staff: '__Host-jena_staff',
  login: '__Host-jena_login',
  /** By it a person's own browser is known again; it opens nothing. */
  device: '__Host-jena_device',
} as const;

const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export function setSecretCookie(
  c: HonoContext,
  name: keyof typeof cookieNames,
  secret: string,
  maxAgeSeconds: number,
) {
  setCookie(c, cookieNames[name], secret, { ...options, maxAge: maxAgeSeconds });
}

export function readSecretCookie(c: HonoContext, name: keyof typeof cookieNames): string | undefined {
  return getCookie(c, cookieNames[name]);
}

/** The secret that binds a login to the browser that began it; each browser has one while it logs in. */
export function browserSecret(c: HonoContext): string {
  const known = readSecretCookie(c, 'login');
  const secret = known && known.length >= 40 ? known : newSecret().secret;
  setSecretCookie(c, 'login', secret, eidLoginMinutes * 60);
  return secret;
}

/** The secret by which this browser is known again; kept in it only once somebody has logged in. */
export function deviceSecretOf(c: HonoContext): string {
  const known = readSecretCookie(c, 'device');
  return known && known.length >= 40 ? known : newSecret().secret;
}

/** Begins its time anew; 400 days are the most that browsers keep a cookie (RFC 6265bis). */
export function keepDeviceSecret(c: HonoContext, secret: string): void {
  setSecretCookie(c, 'device', secret, knownDeviceDays * 86_400);
}

/** The header value that ends a session's cookie; for procedures, which set headers themselves. */
export function expiredCookie(name: 'citizen' | 'staff'): string {
  return `${cookieNames[name]}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** Reads one cookie out of a request's headers. */
export function cookieOf(headers: Headers, name: keyof typeof cookieNames): string | undefined {
  const pair = headers
    .get('cookie')
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieNames[name]}=`));
  return pair?.slice(cookieNames[name].length + 1);
}
