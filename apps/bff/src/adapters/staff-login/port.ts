import type { StaffRole } from '@jena/shared/kernel';

/** What the login must remember until the browser comes back; keep it server-side, used once, bound to a cookie. */
export type StaffLoginStart = {
  /** Where to send the browser. */
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The path inside the product to return to, as it was given. */
  readonly returnTo: string;
};
export type StaffLoginChecks = Pick<StaffLoginStart, 'state' | 'nonce' | 'codeVerifier'>;

export type StaffIdentity = {
  /** Stable at the identity provider; unique together with the issuer. */
  readonly subject: string;
  readonly name: string;
  readonly officeId: string;
  readonly roles: readonly StaffRole[];
};

/** Login of the administration's staff: OpenID Connect, authorization code with PKCE. */
export type StaffLoginPort = {
  start(returnTo: string): Promise<StaffLoginStart>;
  /** `callbackUrl` is the whole address the browser came back to. Throws `StaffLoginError`. */
  finish(callbackUrl: string, checks: StaffLoginChecks): Promise<StaffIdentity>;
};

/** `refused`: the provider or our checks said no (also: cancelled). `unreachable`: try again later. `not_entitled`: known person without a role here. */
export class StaffLoginError extends Error {
  readonly reason: 'refused' | 'unreachable' | 'not_entitled';
  constructor(reason: 'refused' | 'unreachable' | 'not_entitled', detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'StaffLoginError';
    this.reason = reason;
  }
}

export type StaffLoginConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The callback as registered at the provider, e.g. `https://service.jena.de/amt/anmeldung/rueckkehr`. */
  redirectUri: string;
  timeoutMs: number;
  /** In production the issuer must be https. */
  production: boolean;
};
