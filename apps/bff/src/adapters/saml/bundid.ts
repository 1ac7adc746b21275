import type { CardData } from '@jena/shared/account';
import { isDay, type LevelOfAssurance, levelsOfAssurance } from '@jena/shared/kernel';
import type { Element } from '@xmldom/xmldom';
import { splitStreet } from '../eid/card.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import { bundIdAttributes, storkLevels } from './bundid.names.ts';
import { bundIdExtension } from './bundid.request.ts';
import { rsaPssSha256 } from './names.ts';
import { type ProvenIdentity, SamlError } from './port.ts';
import type { SamlProfile } from './profile.ts';
import { contextClass } from './response.ts';

type Name = keyof typeof bundIdAttributes;

/** What BundID says of each attribute's source. */
const trustLevels: Readonly<Record<string, LevelOfAssurance>> = {
  UNTERGEORDNET: 'normal',
  NORMAL: 'normal',
  SUBSTANTIELL: 'substantial',
  HOCH: 'high',
};

/** BundID (SAML interface of AKDB): asked by an extension of its own, in levels of STORK. */
export const bundIdProfile: SamlProfile = {
  signatureMethod: rsaPssSha256,
  asks: (ask, config) =>
    `<saml2p:Extensions>${bundIdExtension(ask, config)}</saml2p:Extensions><saml2p:NameIDPolicy AllowCreate="true"/>` +
    `<saml2p:RequestedAuthnContext Comparison="minimum"><saml2:AuthnContextClassRef>${storkLevels[ask.level]}</saml2:AuthnContextClassRef></saml2p:RequestedAuthnContext>`,
  identity: bundIdIdentity,
};

/** Who BundID says this is, read from a verified assertion. @throws SamlError no_subject without the pseudonym */
function bundIdIdentity(assertion: Element): ProvenIdentity {
  const values = attributesOf(assertion);
  const subject = values.get(bundIdAttributes.bpk2)?.text ?? '';
  if (subject === '') throw new SamlError('no_subject');
  // Where login and attribute differ, the lower one counts.
  const stated = [contextClass(assertion), values.get(bundIdAttributes.level)?.text].filter(
    (text) => text !== undefined,
  );
  const level = lowest(stated.map(levelOfStork));
  return { subject, level, person: personOf(values, level) };
}

/** STORK-QAA-Level-2 and what we do not know prove no more than a password. */
function levelOfStork(name: string | null): LevelOfAssurance {
  return levelsOfAssurance.find((level) => storkLevels[level] === name) ?? 'normal';
}

function lowest(levels: readonly LevelOfAssurance[]): LevelOfAssurance {
  return levelsOfAssurance.find((level) => levels.includes(level)) ?? 'normal';
}

function trustLevelOf({ attribute }: Attribute): LevelOfAssurance {
  for (let at = 0; at < attribute.attributes.length; at += 1) {
    const item = attribute.attributes.item(at);
    if (item?.localName === 'TrustLevel') return trustLevels[item.value] ?? 'normal';
  }
  return 'normal';
}

/** The person as the account keeps them, with the level of the least trusted value: what was typed in is no proof. */
function personOf(values: ReadonlyMap<string, Attribute>, level: LevelOfAssurance): CardData {
  const used: LevelOfAssurance[] = [level];
  const text = (name: Name): string | null => {
    const value = values.get(bundIdAttributes[name]);
    if (value === undefined) return null;
    used.push(trustLevelOf(value));
    return value.text;
  };
  const born = text('birthDate');
  const street = text('street');
  const [postcode, town, country] = [text('postcode'), text('town'), text('country')];
  const address =
    (street ?? postcode ?? town) === null
      ? null
      : { ...splitStreet(street), postcode, town, country, place: null };
  const person = {
    familyName: text('familyName'),
    birthName: text('birthName'),
    givenNames: text('givenName'),
    academicTitle: text('title'),
    birthDate: born !== null && isDay(born) ? born : null,
    birthPlace: text('birthPlace'),
    nationality: text('nationality'),
    documentType: null,
    validUntil: null,
    address,
  };
  return { ...person, origin: { provider: 'bundid', level: lowest(used) } };
}
