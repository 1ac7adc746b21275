import { SignedXml } from 'xml-crypto';
import { escapeXml } from '../xml/xml.ts';
import { envelopedSignature, exclusiveC14n, ns, postBinding, sha256 } from './names.ts';
import type { SamlAsk, SamlConfig } from './port.ts';
import type { SamlProfile } from './profile.ts';

/**
 * A signed AuthnRequest (SHA-256) with what the provider wants in it. People prove who they are for each login
 * (`ForceAuthn`); only a registration follows a login a moment ago.
 */
export function authnRequest(ask: SamlAsk, config: SamlConfig, profile: SamlProfile, now: Date): string {
  const { sp, idp } = config;
  const request =
    `<saml2p:AuthnRequest xmlns:saml2p="${ns.samlp}" xmlns:saml2="${ns.saml}" AssertionConsumerServiceURL="${escapeXml(sp.answerUrl)}"` +
    ` Destination="${escapeXml(idp.loginUrl)}" ForceAuthn="${ask.purpose !== 'registration'}" ID="${ask.requestId}" IssueInstant="${now.toISOString()}"` +
    ` ProtocolBinding="${postBinding}" ProviderName="${escapeXml(sp.displayName)}" Version="2.0">` +
    `<saml2:Issuer>${escapeXml(sp.entityId)}</saml2:Issuer>${profile.asks(ask, config)}</saml2p:AuthnRequest>`;
  return signed(request, sp, profile.signatureMethod);
}

function signed(request: string, { key, cert }: SamlConfig['sp'], signatureAlgorithm: string): string {
  const signature = new SignedXml({
    privateKey: key,
    publicCert: cert,
    signatureAlgorithm,
    canonicalizationAlgorithm: exclusiveC14n,
  });
  signature.addReference({
    xpath: '/*',
    transforms: [envelopedSignature, exclusiveC14n],
    digestAlgorithm: sha256,
  });
  const issuer = "/*/*[local-name()='Issuer']";
  signature.computeSignature(request, { prefix: 'ds', location: { reference: issuer, action: 'after' } });
  return signature.getSignedXml();
}
