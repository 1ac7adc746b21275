import { randomBytes } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { type AttributeValue, attributesOf, type Way, ways } from './accounts.ts';
import type { AuthnRequest } from './request.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const akdb = 'https://www.akdb.de/request/2018/09';
export const newId = (): string => `_${randomBytes(16).toString('hex')}`;

export type SignatureKind = 'rsa_pss' | 'rsa' | 'sha1' | 'sha1_digest';
const methods: Readonly<Record<SignatureKind, { signature: string; digest: string }>> = {
  rsa_pss: {
    signature: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  rsa: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  sha1: {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  sha1_digest: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
};

/** Signs a document's root, the signature right after its Issuer as SAML wants it. */
export function signRoot(xml: string, key: string, kind: SignatureKind = 'rsa_pss'): string {
  const { signature: signatureAlgorithm, digest: digestAlgorithm } = methods[kind];
  const signature = new SignedXml({
    privateKey: key,
    signatureAlgorithm,
    canonicalizationAlgorithm: exclusive,
  });
  signature.addReference({ xpath: '/*', transforms: [enveloped, exclusive], digestAlgorithm });
  const reference = "/*/*[local-name()='Issuer']";
  signature.computeSignature(xml, { prefix: 'ds', location: { reference, action: 'after' } });
  return signature.getSignedXml();
}

/** All that an answer says; tests change single things. */
export type Facts = {
  issuer: string;
  destination: string;
  recipient: string;
  audience: string;
  inResponseTo: string;
  assertionInResponseTo: string;
  assertionId: string;
  /** When the answer was made. */
  at: Date;
  /** When the person proved who they are. */
  authenticatedAt: Date;
  method: string;
  stork: string;
  attributes: AttributeValue[];
};

export function factsOf(request: AuthnRequest, issuer: string, person: string, way: Way): Facts {
  const now = new Date();
  return {
    issuer,
    destination: request.answerUrl,
    recipient: request.answerUrl,
    audience: request.serviceProvider,
    inResponseTo: request.id,
    assertionInResponseTo: request.id,
    assertionId: newId(),
    at: now,
    authenticatedAt: now,
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    stork: ways[way].stork,
    attributes: attributesOf(person, way, request.serviceProvider).filter(({ name }) =>
      request.requested.some((asked) => asked.name === name),
    ),
  };
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const plus = (at: Date, minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString();

export function assertionXml(facts: Facts): string {
  const { at, attributes, assertionId } = facts;
  const values = attributes.map(
    ({ name, friendlyName, text, trust }) =>
      `<saml2:Attribute FriendlyName="${friendlyName}" Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" akdb:TrustLevel="${trust}">` +
      `<saml2:AttributeValue>${escapeText(text)}</saml2:AttributeValue></saml2:Attribute>`,
  );
  return (
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:akdb="${akdb}" ID="${assertionId}" IssueInstant="${at.toISOString()}" Version="2.0">` +
    `<saml2:Issuer>${facts.issuer}</saml2:Issuer><saml2:Subject>` +
    `<saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${newId()}</saml2:NameID>` +
    `<saml2:SubjectConfirmation Method="${facts.method}"><saml2:SubjectConfirmationData InResponseTo="${facts.assertionInResponseTo}"` +
    ` NotOnOrAfter="${plus(at, 5)}" Recipient="${escapeText(facts.recipient)}"/></saml2:SubjectConfirmation></saml2:Subject>` +
    `<saml2:Conditions NotBefore="${at.toISOString()}" NotOnOrAfter="${plus(at, 5)}"><saml2:AudienceRestriction>` +
    `<saml2:Audience>${escapeText(facts.audience)}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>` +
    `<saml2:AuthnStatement AuthnInstant="${facts.authenticatedAt.toISOString()}"><saml2:AuthnContext>` +
    `<saml2:AuthnContextClassRef>${facts.stork}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>` +
    `<saml2:AttributeStatement>${values.join('')}</saml2:AttributeStatement></saml2:Assertion>`
  );
}

/** A Response that holds what is given: an encrypted assertion, or nothing beside the provider's no. */
export function responseXml(facts: Facts, content: string, no?: string): string {
  const prefix = 'urn:oasis:names:tc:SAML:2.0:status:';
  const code =
    no === undefined
      ? `<saml2p:StatusCode Value="${prefix}Success"/>`
      : `<saml2p:StatusCode Value="${prefix}Responder"><saml2p:StatusCode Value="${prefix}${no}"/></saml2p:StatusCode>`;
  return (
    `<saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${escapeText(facts.destination)}" ID="${newId()}"` +
    ` InResponseTo="${facts.inResponseTo}" IssueInstant="${facts.at.toISOString()}" Version="2.0">` +
    `<saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">${facts.issuer}</saml2:Issuer>` +
    `<saml2p:Status>${code}</saml2p:Status>${content}</saml2p:Response>`
  );
}
