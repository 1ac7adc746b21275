import { type StaffRole, staffRoles } from '@jena/shared/kernel';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { type StaffIdentity, type StaffLoginConfig, StaffLoginError, type StaffLoginPort } from './port.ts';

/** What the identity provider must say about a person. Roles that we do not know are left out, not refused. */
const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  office_id: z.string().min(1).max(100),
  roles: z.array(z.string()),
});

/** OpenID Connect with PKCE, state and nonce. The provider's metadata is fetched with the first login and kept. */
export function createStaffLogin(config: StaffLoginConfig): StaffLoginPort {
  const issuer = new URL(config.issuer);
  if (issuer.protocol !== 'https:') {
    const isThisMachine = ['localhost', '127.0.0.1'].includes(issuer.hostname);
    if (config.production || !isThisMachine) throw new Error('the identity provider must be https');
  }

  let known: Promise<oidc.Configuration> | undefined;
  function provider(): Promise<oidc.Configuration> {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw asLoginError(error, 'unreachable');
    });
    return known;
  }

  function discover(): Promise<oidc.Configuration> {
    return oidc.discovery(
      issuer,
      config.clientId,
      { client_secret: config.clientSecret },
      oidc.ClientSecretBasic(config.clientSecret),
      {
        timeout: config.timeoutMs / 1000,
        ...(issuer.protocol === 'https:' ? {} : { execute: [oidc.allowInsecureRequests] }),
      },
    );
  }

  return {
    async start(returnTo) {
      const codeVerifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: config.redirectUri,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, state, nonce, codeVerifier, returnTo };
    },

    async finish(callbackUrl, checks) {
      const configuration = await provider();
      // Behind a proxy the address seen here may differ; the registered one is what the provider compares with.
      const callback = new URL(config.redirectUri);
      callback.search = new URL(callbackUrl).search;
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
          pkceCodeVerifier: checks.codeVerifier,
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          idTokenExpected: true,
        });
        return identity(tokens.claims());
      } catch (error) {
        throw asLoginError(error, 'refused');
      }
    },
  };
}

function identity(claims: unknown): StaffIdentity {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) throw new StaffLoginError('not_entitled', 'claims are missing');
  const { sub, name, office_id, roles } = parsed.data;
  const ours = staffRoles.filter((role: StaffRole) => roles.includes(role));
  if (ours.length === 0) throw new StaffLoginError('not_entitled', 'no role here');
  return { subject: sub, name, officeId: office_id, roles: ours };
}

/** A provider that does not answer is not the person's fault; everything else is a refusal. Only codes reach the log. */
function asLoginError(error: unknown, otherwise: 'refused' | 'unreachable'): StaffLoginError {
  if (error instanceof StaffLoginError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const isNetwork =
    code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
  return new StaffLoginError(isNetwork ? 'unreachable' : otherwise, code);
}
