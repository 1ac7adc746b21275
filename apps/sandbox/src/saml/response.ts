import { randomBytes } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { AuthnRequest } from './request.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
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

/** One `saml2:Attribute`, as a provider writes it; `xml` starts with its name. */
export type Attribute = { name: string; xml: string };

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
  /** Minutes from `at`: when the conditions begin and end, and until when the assertion may be brought. */
  minutes: { from: number; until: number; broughtUntil: number };
  method: string;
  nameId: { format: 'transient' | 'persistent'; value: string };
  /** The class of the login: what it proves. */
  context: string;
  attributes: Attribute[];
};

/** What a provider says of a person. */
export type Said = Pick<Facts, 'nameId' | 'context' | 'attributes'>;

export function factsOf(request: AuthnRequest, issuer: string, said: Said): Facts {
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
    minutes: { from: 0, until: 5, broughtUntil: 5 },
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    ...said,
  };
}

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const plus = (at: Date, minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString();

export function assertionXml(facts: Facts): string {
  const { at, attributes, assertionId, nameId, minutes } = facts;
  return (
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="${assertionId}" IssueInstant="${at.toISOString()}" Version="2.0">` +
    `<saml2:Issuer>${facts.issuer}</saml2:Issuer><saml2:Subject>` +
    `<saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:${nameId.format}">${escapeText(nameId.value)}</saml2:NameID>` +
    `<saml2:SubjectConfirmation Method="${facts.method}"><saml2:SubjectConfirmationData InResponseTo="${facts.assertionInResponseTo}"` +
    ` NotOnOrAfter="${plus(at, minutes.broughtUntil)}" Recipient="${escapeText(facts.recipient)}"/></saml2:SubjectConfirmation></saml2:Subject>` +
    `<saml2:Conditions NotBefore="${plus(at, minutes.from)}" NotOnOrAfter="${plus(at, minutes.until)}"><saml2:AudienceRestriction>` +
    `<saml2:Audience>${escapeText(facts.audience)}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>` +
    `<saml2:AuthnStatement AuthnInstant="${facts.authenticatedAt.toISOString()}"><saml2:AuthnContext>` +
    `<saml2:AuthnContextClassRef>${facts.context}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>` +
    `<saml2:AttributeStatement>${attributes.map(({ xml }) => xml).join('')}</saml2:AttributeStatement></saml2:Assertion>`
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
