import { type LevelOfAssurance, reachesLevel } from '@jena/shared/kernel';
import { escapeXml } from '../xml/xml.ts';
import { bundIdAttributes } from './bundid.names.ts';
import { ns } from './names.ts';
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

/** BundID's extension of a request: by which ways, and what is asked for. */
export function bundIdExtension(ask: SamlAsk, { sp }: SamlConfig): string {
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
