import type { CardData } from '@jena/shared/account';
import type { LevelOfAssurance } from '@jena/shared/kernel';
import type { FirmFacts } from '@jena/shared/mandates';
import type { Element } from '@xmldom/xmldom';
import { child, childElements } from '../xml/xml.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import { ns, rsaSha256 } from './names.ts';
import { type ProvenIdentity, SamlError } from './port.ts';
import type { SamlProfile } from './profile.ts';

const nameIdFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';

/**
 * „Mein Unternehmenskonto“ (ELSTER, interface NEZO). What it tells was settled when the city registered there: a
 * request names no attributes and no level.
 */
export const mukProfile: SamlProfile = {
  signatureMethod: rsaSha256,
  asks: () => `<saml2p:NameIDPolicy AllowCreate="true" Format="${nameIdFormat}persistent"/>`,
  identity: mukIdentity,
};

/** Its attributes by name. */
export const mukAttributes = {
  /** Pseudonym of the business for this service provider alone, `du-…`. */
  firm: 'DatenuebermittlerPseudonymID',
  isTest: 'IstTestkonto',
  /** `StNr` and `BZStNr` are of organisations, `IdNr` of a person for themselves. */
  source: 'DatenkranzTyp',
  identification: 'ElsterVertrauensniveauIdentifizierung',
  authentication: 'ElsterVertrauensniveauAuthentifizierung',
  name: 'Firmenname',
  legalForm: 'RechtsformText',
  registerKind: 'Registerart',
  registerNumber: 'Registernummer',
  registerCourt: 'Registergericht',
  seat: 'Unternehmensanschrift',
  givenName: 'HandelndePersonVorname',
  familyName: 'HandelndePersonNachname',
} as const;
type Name = keyof typeof mukAttributes;

/** A certificate proves `substantial` at most, however surely the business was identified. */
const levels: Readonly<Record<string, LevelOfAssurance>> = {
  substanziell: 'substantial',
  hoch: 'substantial',
};

/**
 * Which business this is, and who acts for it.
 * @throws SamlError no_firm for a person's own certificate; no_subject without pseudonyms; refused for a test account in production
 */
function mukIdentity(assertion: Element, { production }: { production: boolean }): ProvenIdentity {
  // Portals write the pseudonym's name in two ways.
  const values = attributesOf(assertion, (name) => name.toLowerCase());
  const said = (name: Name): Attribute | undefined => values.get(mukAttributes[name].toLowerCase());
  const text = (name: Name): string | null => said(name)?.text ?? null;

  if (production && text('isTest') !== 'false') throw new SamlError('refused', 'a test account');
  if (!['StNr', 'BZStNr'].includes(text('source') ?? '')) throw new SamlError('no_firm');
  const [firm, account] = [text('firm'), accountOf(assertion)];
  if (firm === null || account === '') throw new SamlError('no_subject');
  const level = lower(text('identification'), text('authentication'));
  return {
    // A certificate counts for its business alone.
    subject: `${firm}|${account}`,
    level,
    person: personOf(text('givenName'), text('familyName'), level),
    firm: { id: firm, facts: factsOf(text, addressOf(said('seat'))) },
  };
}

/** The certificate's account at ELSTER, for this service provider alone; a passing name is none. */
function accountOf(assertion: Element): string {
  const nameId = child(child(assertion, 'Subject'), 'NameID');
  if (nameId?.getAttribute('Format') === `${nameIdFormat}transient`) return '';
  return nameId?.textContent?.trim() ?? '';
}

function lower(...said: (string | null)[]): LevelOfAssurance {
  const known = said.map((level) => levels[level?.toLowerCase() ?? ''] ?? 'normal');
  return known.includes('normal') ? 'normal' : 'substantial';
}

function factsOf(text: (name: Name) => string | null, seat: FirmFacts['seat']): FirmFacts {
  const number = [text('registerKind'), text('registerNumber')].filter(Boolean).join(' ');
  return {
    name: text('name'),
    legalForm: text('legalForm'),
    registerNumber: number || null,
    registerCourt: text('registerCourt'),
    seat,
  };
}

/** The address is XML of ELSTER's own (`ekona:AdresseType`). */
function addressOf(seat: Attribute | undefined): FirmFacts['seat'] {
  if (seat === undefined) return null;
  const part = (name: string): string | null =>
    childElements(seat.value)
      .find(({ localName, namespaceURI }) => localName === name && namespaceURI === ns.ekona)
      ?.textContent?.trim() || null;
  return {
    street: part('Strasse'),
    houseNumber: part('Hausnummer'),
    postcode: part('PLZ'),
    town: part('Ort'),
    country: part('Land'),
    place: null,
  };
}

function personOf(givenNames: string | null, familyName: string | null, level: LevelOfAssurance): CardData {
  return {
    givenNames,
    familyName,
    birthName: null,
    academicTitle: null,
    birthDate: null,
    birthPlace: null,
    nationality: null,
    documentType: null,
    validUntil: null,
    address: null,
    origin: { provider: 'muk', level },
  };
}
