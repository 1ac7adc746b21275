import { z } from 'zod';
import { providerApp } from '../saml/provider.ts';
import { newId } from '../saml/response.ts';
import { describeSandbox, pki, settings } from '../world.ts';
import { accounts, attributesOf, attributeXml, wayNames, ways } from './accounts.ts';
import { loginPage } from './pages.ts';
import { readBundIdRequest } from './request.ts';

const { entityId, loginUrl } = describeSandbox(settings().dir, settings().portBase).bundid;
const portalCert = pki('bff-saml.crt.pem');

export const app = providerApp({
  name: 'Test-BundID',
  entityId,
  loginUrl,
  seals: {
    key: pki('bundid-signing.key.pem'),
    strangerKey: pki('stranger-signing.key.pem'),
    portalCert,
  },
  words: {
    subject: 'urn:oid:1.3.6.1.4.1.25484.494450.3',
    less: () => ({ context: 'STORK-QAA-Level-1' }),
    conflict: () => ({ context: 'STORK-QAA-Level-4' }),
  },
  read: (posted) => readBundIdRequest(posted, loginUrl, portalCert),
  canServe: ({ ways: possible }) => possible.length > 0,
  choice: z.object({ person: z.string(), way: z.enum(wayNames) }),
  say(ask, { person, way }, isSpoiled) {
    if (!accounts.some(({ id }) => id === person)) throw new Error('person');
    if (!isSpoiled && !ask.ways.includes(way)) return undefined;
    const known = attributesOf(person, way, ask.serviceProvider);
    return {
      nameId: { format: 'transient', value: newId() },
      context: ways[way].stork,
      attributes: known
        .filter(({ name }) => ask.requested.some((asked) => asked.name === name))
        .map((value) => ({ name: value.name, xml: attributeXml(value) })),
    };
  },
  page: loginPage,
  told: ({ least, ways: possible, requested }) => ({
    least,
    ways: possible,
    asked: requested.map(({ name }) => name),
  }),
});
