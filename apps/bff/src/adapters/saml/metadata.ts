import { escapeXml } from '../xml/xml.ts';
import { ns, postBinding } from './names.ts';
import type { SamlConfig } from './port.ts';

/** What the provider must know of us (SAML 2.0 Metadata): name, certificate, and where answers go. */
export function spMetadata({ sp }: Pick<SamlConfig, 'sp'>): string {
  const certificate = sp.cert.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '');
  const key = (use: string): string =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${use === 'encryption' ? `<md:EncryptionMethod Algorithm="${ns.xenc11}aes256-gcm"/><md:EncryptionMethod Algorithm="${ns.xenc11}rsa-oaep"/>` : ''}</md:KeyDescriptor>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor xmlns:md="${ns.md}" xmlns:ds="${ns.ds}" entityID="${escapeXml(sp.entityId)}">` +
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${ns.samlp}">` +
    `${key('signing')}${key('encryption')}` +
    `<md:AssertionConsumerService Binding="${postBinding}" Location="${escapeXml(sp.answerUrl)}" index="0" isDefault="true"/>` +
    '</md:SPSSODescriptor></md:EntityDescriptor>'
  );
}
