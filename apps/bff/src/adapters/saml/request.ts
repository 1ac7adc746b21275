import { type LevelOfAssurance, reachesLevel } from '@jena/shared/kernel';
import { SignedXml } from 'xml-crypto';
import { escapeXml } from '../xml/xml.ts';
import { bundIdAttributes, storkLevels } from './bundid.ts';
import { envelopedSignature, exclusiveC14n, ns, postBinding, rsaPssSha256, sha256 } from './names.ts';
import type { SamlAsk, SamlConfig, SamlPurpose } from './port.ts';

type Attribute = keyof typeof bundIdAttributes;

/** What BundID is asked for: the pseudonym alone to know somebody again; the person only where an account begins. */
const asked: Readonly<Record<SamlPurpose, Readonly<Partial<Record<Attribute, boolean>>>>> = {
  login: { bpk2: true, level: false },
  link: { bpk2: true, level: false },
  registration: {
    bpk2: true,
    level: false,
    givenName: true,
    familyName: true,
    birthDate: false,
    title: false,
    street: false,
    postcode: false,
    town: false,
  },
};

/** The ways of BundID that we let people choose, in the order of its schema, and what each proves. */
const methods: readonly [name: string, level: LevelOfAssurance][] = [
  ['Benutzername', 'normal'],
  ['eID', 'high'],
  ['eIDAS', 'high'],
  ['Elster', 'substantial'],
];

/**
 * A signed AuthnRequest as BundID expects it: RSA-PSS, SHA-256, with its extension of what is asked. People prove who
 * they are for each login (`ForceAuthn`); only a registration follows a login a moment ago.
 */
export function authnRequest(ask: SamlAsk, config: SamlConfig, now: Date): string {
  const { sp, idp } = config;
  const request =
    `<saml2p:AuthnRequest xmlns:saml2p="${ns.samlp}" xmlns:saml2="${ns.saml}" AssertionConsumerServiceURL="${escapeXml(sp.answerUrl)}"` +
    ` Destination="${escapeXml(idp.loginUrl)}" ForceAuthn="${ask.purpose !== 'registration'}" ID="${ask.requestId}" IssueInstant="${now.toISOString()}"` +
    ` ProtocolBinding="${postBinding}" ProviderName="${escapeXml(sp.displayName)}" Version="2.0">` +
    `<saml2:Issuer>${escapeXml(sp.entityId)}</saml2:Issuer>` +
    `<saml2p:Extensions>${extension(ask, config)}</saml2p:Extensions>` +
    '<saml2p:NameIDPolicy AllowCreate="true"/>' +
    `<saml2p:RequestedAuthnContext Comparison="minimum"><saml2:AuthnContextClassRef>${storkLevels[ask.level]}</saml2:AuthnContextClassRef></saml2p:RequestedAuthnContext>` +
    '</saml2p:AuthnRequest>';
  return signed(request, sp);
}

function extension(ask: SamlAsk, { sp }: SamlConfig): string {
  const enabled = methods.filter(([, level]) => reachesLevel(level, ask.level));
  const attributes = Object.entries(asked[ask.purpose]).map(
    ([name, required]) =>
      `<akdb:RequestedAttribute Name="${bundIdAttributes[name as Attribute]}" RequiredAttribute="${required}"/>`,
  );
  const service =
    sp.onlineServiceId === undefined
      ? ''
      : `<classic-ui:OnlineServiceId>${escapeXml(sp.onlineServiceId)}</classic-ui:OnlineServiceId>`;
  return (
    `<akdb:AuthenticationRequest xmlns:akdb="${ns.akdb}" EnableStatusDetail="true" Version="2">` +
    `<akdb:AuthnMethods>${enabled.map(([name]) => `<akdb:${name}><akdb:Enabled>true</akdb:Enabled></akdb:${name}>`).join('')}</akdb:AuthnMethods>` +
    `<akdb:RequestedAttributes>${attributes.join('')}</akdb:RequestedAttributes>` +
    `<akdb:DisplayInformation><classic-ui:Version xmlns:classic-ui="${ns.classicUi}">` +
    `<classic-ui:OrganizationDisplayName>${escapeXml(sp.displayName)}</classic-ui:OrganizationDisplayName>` +
    `<classic-ui:Lang>de</classic-ui:Lang><classic-ui:BackURL>${escapeXml(sp.backUrl)}</classic-ui:BackURL>${service}` +
    '</classic-ui:Version></akdb:DisplayInformation></akdb:AuthenticationRequest>'
  );
}

function signed(request: string, { key, cert }: SamlConfig['sp']): string {
  const signature = new SignedXml({
    privateKey: key,
    publicCert: cert,
    signatureAlgorithm: rsaPssSha256,
    canonicalizationAlgorithm: exclusiveC14n,
  });
  signature.addReference({
    xpath: '/*',
    transforms: [envelopedSignature, exclusiveC14n],
    digestAlgorithm: sha256,
  });
  const issuer = "/*/*[local-name()='Issuer']";
  signature.computeSignature(request, { prefix: 'ds', location: { reference: issuer, action: 'after' } });
  return signature.getSignedXml();
}
