/** Namespaces and names of SAML 2.0, XML Signature and XML Encryption as they stand in messages. */
export const ns = {
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
  xenc11: 'http://www.w3.org/2009/xmlenc11#',
  akdb: 'https://www.akdb.de/request/2018/09',
  classicUi: 'https://www.akdb.de/request/2018/09/classic-ui/v1',
  ekona: 'http://www.elster.de/schema/ekona/saml/extensions',
} as const;

export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const envelopedSignature = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const rsaPssSha256 = 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1';

export const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** What we accept as signed: SHA-256 or better, as BundID signs (RSA-PSS) and others do (RSA PKCS#1 v1.5). */
export const signatureMethods: readonly string[] = [
  rsaPssSha256,
  rsaSha256,
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
];
export const digestMethods: readonly string[] = [sha256, 'http://www.w3.org/2001/04/xmlenc#sha512'];

export const postBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
export const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const status = (name: string): string => `urn:oasis:names:tc:SAML:2.0:status:${name}`;
