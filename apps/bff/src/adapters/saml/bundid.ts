import type { CardData } from '@jena/shared/account';
import { isDay, type LevelOfAssurance, levelsOfAssurance } from '@jena/shared/kernel';
import type { Element } from '@xmldom/xmldom';
import { splitStreet } from '../eid/card.ts';
import { child, childElements } from '../xml/xml.ts';
import { ns } from './names.ts';
import { type ProvenIdentity, SamlError } from './port.ts';
import { contextClass } from './response.ts';

const oid = (number: string): string => `urn:oid:${number}`;

/** BundID's attributes by their object identifiers (SAML interface of BundID, AKDB). */
export const bundIdAttributes = {
  /** Pseudonym for this service provider alone. */
  bpk2: oid('1.3.6.1.4.1.25484.494450.3'),
  level: oid('1.2.40.0.10.2.1.1.261.94'),
  givenName: oid('2.5.4.42'),
  familyName: oid('2.5.4.4'),
  birthName: oid('1.2.40.0.10.2.1.1.225566'),
  title: oid('0.9.2342.19200300.100.1.40'),
  birthDate: oid('1.2.40.0.10.2.1.1.55'),
  birthPlace: oid('1.3.6.1.5.5.7.9.2'),
  nationality: oid('1.2.40.0.10.2.1.1.225577'),
  street: oid('2.5.4.16'),
  postcode: oid('2.5.4.17'),
  town: oid('2.5.4.7'),
  country: oid('1.2.40.0.10.2.1.1.225599'),
} as const;
type Name = keyof typeof bundIdAttributes;

/** Basic, substantial and high as BundID names them. */
export const storkLevels: Readonly<Record<LevelOfAssurance, string>> = {
  normal: 'STORK-QAA-Level-1',
  substantial: 'STORK-QAA-Level-3',
  high: 'STORK-QAA-Level-4',
};

/** What BundID says of each attribute's source. */
const trustLevels: Readonly<Record<string, LevelOfAssurance>> = {
  UNTERGEORDNET: 'normal',
  NORMAL: 'normal',
  SUBSTANTIELL: 'substantial',
  HOCH: 'high',
};

type Value = { text: string; level: LevelOfAssurance };

/** Who BundID says this is, read from a verified assertion. @throws SamlError no_subject without the pseudonym */
export function bundIdIdentity(assertion: Element): ProvenIdentity {
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

function attributesOf(assertion: Element): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const statement of childElements(assertion).filter((e) => e.localName === 'AttributeStatement')) {
    for (const attribute of childElements(statement).filter((e) => e.namespaceURI === ns.saml)) {
      const name = attribute.getAttribute('Name') ?? '';
      const text = child(attribute, 'AttributeValue')?.textContent?.trim() ?? '';
      // Said twice is said by nobody: the first and the last reader would take different ones.
      if (values.has(name)) throw new SamlError('untrusted', 'an attribute stands twice');
      if (text !== '') values.set(name, { text, level: trustLevelOf(attribute) });
    }
  }
  return values;
}

function trustLevelOf(attribute: Element): LevelOfAssurance {
  for (let at = 0; at < attribute.attributes.length; at += 1) {
    const item = attribute.attributes.item(at);
    if (item?.localName === 'TrustLevel') return trustLevels[item.value] ?? 'normal';
  }
  return 'normal';
}

/** The person as the account keeps them, with the level of the least trusted value: what was typed in is no proof. */
function personOf(values: ReadonlyMap<string, Value>, level: LevelOfAssurance): CardData {
  const used: LevelOfAssurance[] = [level];
  const text = (name: Name): string | null => {
    const value = values.get(bundIdAttributes[name]);
    if (value === undefined) return null;
    used.push(value.level);
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
