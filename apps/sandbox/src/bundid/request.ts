import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { child, childText, elements, namespaces, parse } from '../eid-server/xml.ts';
import { type Way, wayNames, ways } from './accounts.ts';

const rsaPssSha256 = 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1';

export type AuthnRequest = {
  id: string;
  serviceProvider: string;
  answerUrl: string;
  displayName: string;
  backUrl: string;
  /** The least class that is enough. */
  least: string;
  ways: Way[];
  requested: { name: string; required: boolean }[];
};

/** A portal's rightly signed request, as strict as BundID: signed with RSA-PSS by the registered certificate. */
export function readRequest(posted: string, loginUrl: string, portalCert: string): AuthnRequest {
  const xml = Buffer.from(posted, 'base64').toString('utf8');
  const real = parse(xml);
  const signature = real.getElementsByTagNameNS(namespaces.ds, 'Signature').item(0);
  const method = child(child(signature ?? undefined, 'SignedInfo'), 'SignatureMethod');
  if (method?.getAttribute('Algorithm') !== rsaPssSha256) throw new Error('signature method');
  const verifier = new SignedXml({ publicCert: portalCert, getCertFromKeyInfo: () => null });
  verifier.loadSignature(String(signature));
  if (!verifier.checkSignature(xml)) throw new Error('signature');
  const request = parse(verifier.getSignedReferences()[0] ?? '').documentElement;
  if (request?.localName !== 'AuthnRequest') throw new Error('no request');
  if (request.getAttribute('Destination') !== loginUrl) throw new Error('destination');
  const answerUrl = request.getAttribute('AssertionConsumerServiceURL') ?? '';
  // Ports of tests are not known beforehand; the real provider takes registered addresses alone.
  if (!['localhost', '127.0.0.1'].includes(new URL(answerUrl).hostname)) throw new Error('answer address');
  return { ...read(request), answerUrl };
}

function read(request: Element): Omit<AuthnRequest, 'answerUrl'> {
  const ask = child(child(request, 'Extensions'), 'AuthenticationRequest');
  const shown = child(child(ask, 'DisplayInformation'), 'Version');
  const least = childText(child(request, 'RequestedAuthnContext'), 'AuthnContextClassRef') ?? '';
  const methods = child(ask, 'AuthnMethods');
  const attributes = child(ask, 'RequestedAttributes');
  return {
    id: request.getAttribute('ID') ?? '',
    serviceProvider: childText(request, 'Issuer') ?? '',
    displayName: childText(shown, 'OrganizationDisplayName') ?? '',
    backUrl: childText(shown, 'BackURL') ?? '/',
    least,
    ways: wayNames.filter(
      (way) => childText(child(methods, way), 'Enabled') === 'true' && ways[way].stork >= least,
    ),
    requested: (attributes === undefined ? [] : elements(attributes)).map((attribute) => ({
      name: attribute.getAttribute('Name') ?? '',
      required: attribute.getAttribute('RequiredAttribute') === 'true',
    })),
  };
}
