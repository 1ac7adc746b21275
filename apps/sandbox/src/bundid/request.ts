import { child, childText, elements } from '../eid-server/xml.ts';
import { type AuthnRequest, readRequest } from '../saml/request.ts';
import { type Way, wayNames, ways } from './accounts.ts';

const rsaPssSha256 = 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1';

export type BundIdRequest = AuthnRequest & {
  displayName: string;
  backUrl: string;
  /** The least class that is enough. */
  least: string;
  ways: Way[];
  requested: { name: string; required: boolean }[];
};

/** A portal's request, as strict as BundID: signed with RSA-PSS, with the extension of what is asked for. */
export function readBundIdRequest(posted: string, loginUrl: string, portalCert: string): BundIdRequest {
  const { request, ...read } = readRequest(posted, { loginUrl, portalCert, method: rsaPssSha256 });
  const ask = child(child(request, 'Extensions'), 'AuthenticationRequest');
  const shown = child(child(ask, 'DisplayInformation'), 'Version');
  const least = childText(child(request, 'RequestedAuthnContext'), 'AuthnContextClassRef') ?? '';
  const methods = child(ask, 'AuthnMethods');
  const attributes = child(ask, 'RequestedAttributes');
  return {
    ...read,
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
