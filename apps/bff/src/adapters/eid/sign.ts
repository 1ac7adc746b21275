import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { escapeXml, namespaces } from '../xml/xml.ts';

/** The only algorithms spoken, both ways (WS-Policy of TR-03130-1: Basic…Sha256). */
export const algorithms = {
  canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const;

export type Signer = { key: string; cert: string };

/** Wraps `body` in a SOAP 1.1 envelope, stamps and signs it (WS-Security: Body and Timestamp). Valid for five minutes. */
export function signedEnvelope(body: string, signer: Signer, now: Date): string {
  const expires = new Date(now.getTime() + 5 * 60_000);
  const envelope =
    `<soapenv:Envelope xmlns:soapenv="${namespaces.soap}" xmlns:wsse="${namespaces.wsse}" xmlns:wsu="${namespaces.wsu}">` +
    `<soapenv:Header><wsse:Security soapenv:mustUnderstand="1"><wsu:Timestamp wsu:Id="TS">` +
    `<wsu:Created>${now.toISOString()}</wsu:Created><wsu:Expires>${expires.toISOString()}</wsu:Expires>` +
    `</wsu:Timestamp></wsse:Security></soapenv:Header><soapenv:Body wsu:Id="B">${body}</soapenv:Body></soapenv:Envelope>`;

  const signature = new SignedXml({
    idMode: 'wssecurity',
    privateKey: signer.key,
    signatureAlgorithm: algorithms.signature,
    canonicalizationAlgorithm: algorithms.canonicalization,
    getKeyInfoContent: () => issuerSerial(signer.cert),
  });
  for (const xpath of [
    "/*[local-name()='Envelope']/*[local-name()='Body']",
    "//*[local-name()='Security']/*[local-name()='Timestamp']",
  ]) {
    signature.addReference({
      xpath,
      transforms: [algorithms.canonicalization],
      digestAlgorithm: algorithms.digest,
    });
  }
  signature.computeSignature(envelope, {
    prefix: 'ds',
    location: { reference: "//*[local-name()='Security']", action: 'append' },
  });
  return signature.getSignedXml();
}

/** Names the signing certificate by issuer and serial number, as the policy asks (the certificate itself is not sent). */
function issuerSerial(pem: string): string {
  const certificate = new X509Certificate(pem);
  const issuer = certificate.issuer.split('\n').reverse().join(', ');
  const serial = BigInt(`0x${certificate.serialNumber}`).toString();
  return (
    `<wsse:SecurityTokenReference xmlns:wsse="${namespaces.wsse}"><ds:X509Data><ds:X509IssuerSerial>` +
    `<ds:X509IssuerName>${escapeXml(issuer)}</ds:X509IssuerName><ds:X509SerialNumber>${serial}</ds:X509SerialNumber>` +
    '</ds:X509IssuerSerial></ds:X509Data></wsse:SecurityTokenReference>'
  );
}
