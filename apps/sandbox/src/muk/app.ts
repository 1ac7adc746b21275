import { z } from 'zod';
import { providerApp } from '../saml/provider.ts';
import { readRequest } from '../saml/request.ts';
import { describeSandbox, pki, settings } from '../world.ts';
import { firmAttributes, withText } from './attributes.ts';
import { accountPseudonym, findCertificate } from './firms.ts';
import { loginPage, providerName } from './pages.ts';

const { entityId, loginUrl } = describeSandbox(settings().dir, settings().portBase).muk;
const portalCert = pki('bff-muk.crt.pem');
const identification = 'ElsterVertrauensniveauIdentifizierung';
const authentication = 'ElsterVertrauensniveauAuthentifizierung';

export const app = providerApp({
  name: providerName,
  entityId,
  loginUrl,
  seals: {
    key: pki('muk-signing.key.pem'),
    strangerKey: pki('stranger-signing.key.pem'),
    portalCert,
  },
  words: {
    subject: 'DatenuebermittlerPseudonymID',
    less: ({ attributes }) => ({ attributes: withText(attributes, identification, 'normal') }),
    conflict: ({ attributes }) => ({
      attributes: withText(withText(attributes, identification, 'hoch'), authentication, 'normal'),
    }),
  },
  read(posted) {
    const method = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
    const { request: _request, ...read } = readRequest(posted, { loginUrl, portalCert, method });
    return read;
  },
  canServe: () => true,
  choice: z.object({ certificate: z.string() }),
  say({ serviceProvider }, { certificate: key }) {
    const found = findCertificate(key);
    if (found === undefined) throw new Error('certificate');
    const { firm, certificate } = found;
    return {
      nameId: { format: 'persistent', value: accountPseudonym(firm, certificate, serviceProvider) },
      context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:X509',
      attributes: firmAttributes(firm, certificate, serviceProvider),
    };
  },
  page: loginPage,
  told: () => ({}),
});
