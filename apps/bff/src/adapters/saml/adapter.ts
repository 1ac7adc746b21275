import { refuseSandboxCertificates } from '../production-guard.ts';
import { bundIdIdentity } from './bundid.ts';
import { spMetadata } from './metadata.ts';
import type { IdentityProvider, SamlConfig } from './port.ts';
import { authnRequest } from './request.ts';
import { decodeResponse, readResponse } from './response.ts';

/**
 * BundID as an identity provider: signed requests, answers that are signed, encrypted and signed again inside.
 * Throws at the start when the settings cannot work or, in production, belong to the sandbox.
 */
export function createBundId(config: SamlConfig, { clock }: { clock: { now(): Date } }): IdentityProvider {
  refuseSandboxCertificates(config.production, [config.sp.cert, ...config.idp.certs]);
  const { protocol, hostname } = new URL(config.idp.loginUrl);
  const isThisMachine = ['localhost', '127.0.0.1'].includes(hostname);
  if (protocol !== 'https:' && (config.production || !isThisMachine)) {
    throw new Error('the identity provider must be https');
  }
  return {
    isConfigured: true,
    begin(ask) {
      const request = authnRequest(ask, config, clock.now());
      const fields = { SAMLRequest: Buffer.from(request).toString('base64') };
      return { action: config.idp.loginUrl, fields };
    },
    read(posted) {
      const { assertion, ...answer } = readResponse(decodeResponse(posted), config, clock.now());
      return { ...answer, identity: bundIdIdentity(assertion) };
    },
    metadata: () => spMetadata(config),
  };
}
