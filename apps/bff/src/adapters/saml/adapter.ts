import type { Element } from '@xmldom/xmldom';
import { refuseSandboxCertificates } from '../production-guard.ts';
import { spMetadata } from './metadata.ts';
import { type IdentityProvider, type SamlConfig, SamlError } from './port.ts';
import type { SamlProfile } from './profile.ts';
import { authnRequest } from './request.ts';
import { decodeResponse, readResponse } from './response.ts';

/**
 * An identity provider by SAML 2.0: signed requests, answers that are signed, encrypted and signed again inside.
 * Throws at the start when the settings cannot work or, in production, belong to the sandbox.
 */
export function createSamlProvider(
  profile: SamlProfile,
  config: SamlConfig,
  { clock }: { clock: { now(): Date } },
): IdentityProvider {
  refuseSandboxCertificates(config.production, [config.sp.cert, ...config.idp.certs]);
  const { protocol, hostname } = new URL(config.idp.loginUrl);
  const isThisMachine = ['localhost', '127.0.0.1'].includes(hostname);
  if (protocol !== 'https:' && (config.production || !isThisMachine)) {
    throw new Error('the identity provider must be https');
  }
  /** What a provider itself says is signed: its no belongs to the request that it names. */
  function identityOf(assertion: Element, requestId: string) {
    try {
      return profile.identity(assertion, config);
    } catch (error) {
      if (!(error instanceof SamlError) || error.reason === 'untrusted') throw error;
      throw new SamlError(error.reason, error.detail, requestId);
    }
  }
  return {
    isConfigured: true,
    begin(ask) {
      const request = authnRequest(ask, config, profile, clock.now());
      const fields = { SAMLRequest: Buffer.from(request).toString('base64') };
      return { action: config.idp.loginUrl, fields };
    },
    read(posted) {
      const { assertion, ...answer } = readResponse(decodeResponse(posted), config, clock.now());
      return { ...answer, identity: identityOf(assertion, answer.requestId) };
    },
    metadata: () => spMetadata(config),
  };
}

const unconfigured = (): never => {
  throw new SamlError('refused', 'this provider is not configured');
};

/** Stands where a provider is not configured: the door is not there. */
export const noSamlProvider: IdentityProvider = {
  isConfigured: false,
  begin: unconfigured,
  read: unconfigured,
  metadata: unconfigured,
};
