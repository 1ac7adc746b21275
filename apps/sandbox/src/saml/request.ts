import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { child, childText, namespaces, parse } from '../eid-server/xml.ts';

/** What every provider reads of a portal's request. */
export type AuthnRequest = { id: string; serviceProvider: string; answerUrl: string };

export type RequestRules = {
  loginUrl: string;
  portalCert: string;
  /** The one signature method that the provider takes. */
  method: string;
};

/** A portal's rightly signed request: by the registered certificate, to this provider. */
export function readRequest(
  posted: string,
  { loginUrl, portalCert, method }: RequestRules,
): AuthnRequest & { request: Element } {
  const xml = Buffer.from(posted, 'base64').toString('utf8');
  const real = parse(xml);
  const signature = real.getElementsByTagNameNS(namespaces.ds, 'Signature').item(0);
  const used = child(child(signature ?? undefined, 'SignedInfo'), 'SignatureMethod');
  if (used?.getAttribute('Algorithm') !== method) throw new Error('signature method');
  const verifier = new SignedXml({ publicCert: portalCert, getCertFromKeyInfo: () => null });
  verifier.loadSignature(String(signature));
  if (!verifier.checkSignature(xml)) throw new Error('signature');
  const request = parse(verifier.getSignedReferences()[0] ?? '').documentElement;
  if (request?.localName !== 'AuthnRequest') throw new Error('no request');
  if (request.getAttribute('Destination') !== loginUrl) throw new Error('destination');
  const answerUrl = request.getAttribute('AssertionConsumerServiceURL') ?? '';
  // Ports of tests are not known beforehand; the real provider takes registered addresses alone.
  if (!['localhost', '127.0.0.1'].includes(new URL(answerUrl).hostname)) throw new Error('answer address');
  return {
    request,
    id: request.getAttribute('ID') ?? '',
    serviceProvider: childText(request, 'Issuer') ?? '',
    answerUrl,
  };
}
