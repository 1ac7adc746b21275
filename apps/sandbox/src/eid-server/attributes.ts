import { createHash } from 'node:crypto';
import type { Card, CardPlace, Person } from '../card.ts';

/** Names and order of `UseOperations` (TR-03130-1). */
export const attributes = [
  'DocumentType',
  'IssuingState',
  'DateOfExpiry',
  'GivenNames',
  'FamilyNames',
  'ArtisticName',
  'AcademicTitle',
  'DateOfBirth',
  'PlaceOfBirth',
  'Nationality',
  'BirthName',
  'PlaceOfResidence',
  'CommunityID',
  'ResidencePermitI',
  'RestrictedID',
  'AgeVerification',
  'PlaceVerification',
] as const;
export type Attribute = (typeof attributes)[number];

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function element(name: string, text: string): string {
  return `<eid:${name}>${escapeXml(text)}</eid:${name}>`;
}

/**
 * One data group as an element, or null when the chip does not hold it.
 * @param sectorChanges while a service moves to another sector, its old pseudonym comes along as `ID2`
 */
export function dataGroup(name: Attribute, person: Person, sectorChanges = false): string | null {
  const card = person.card;
  if (name === 'DateOfBirth') {
    const complete = /^\d{8}$/.test(card.dateOfBirth);
    const value = card.dateOfBirth.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    return `<eid:DateOfBirth>${element('DateString', card.dateOfBirth)}${complete ? element('DateValue', value) : ''}</eid:DateOfBirth>`;
  }
  if (name === 'PlaceOfBirth') return place(name, card.placeOfBirth);
  if (name === 'PlaceOfResidence') return place(name, card.placeOfResidence);
  if (name === 'RestrictedID') {
    const [now, before] = [sectorChanges ? 'jena-neu' : 'jena', sectorChanges ? 'jena' : null];
    const old = before === null ? '' : element('ID2', pseudonym(person.chip, before));
    return `<eid:RestrictedID>${element('ID', pseudonym(person.chip, now))}${old}</eid:RestrictedID>`;
  }
  const value = plain(name, card);
  return value === undefined ? null : element(name, value);
}

function plain(name: Attribute, card: Card): string | undefined {
  const values: Partial<Record<Attribute, string | undefined>> = {
    DocumentType: card.documentType,
    IssuingState: card.issuingState,
    DateOfExpiry: card.dateOfExpiry,
    GivenNames: card.givenNames,
    FamilyNames: card.familyNames,
    ArtisticName: card.artisticName,
    AcademicTitle: card.academicTitle,
    Nationality: card.nationality,
    BirthName: card.birthName,
    CommunityID: card.communityId,
    ResidencePermitI: card.residencePermit,
  };
  return values[name];
}

function place(name: string, value: CardPlace): string {
  if ('freetext' in value) return `<eid:${name}>${element('FreetextPlace', value.freetext)}</eid:${name}>`;
  if ('none' in value) return `<eid:${name}>${element('NoPlaceInfo', value.none)}</eid:${name}>`;
  const parts = [
    value.street === undefined ? '' : element('Street', value.street),
    element('City', value.city),
    value.state === undefined ? '' : element('State', value.state),
    element('Country', value.country),
    value.zipCode === undefined ? '' : element('ZipCode', value.zipCode),
  ];
  return `<eid:${name}><eid:StructuredPlace>${parts.join('')}</eid:StructuredPlace></eid:${name}>`;
}

/** The sector-specific pseudonym: the same card gives the same one to the same service. */
function pseudonym(chip: string, sector: string): string {
  return createHash('sha256').update(`sandbox-sector-${sector}|${chip}`).digest('hex').toUpperCase();
}

/** Whether the card's holder is at least `age`. Unknown parts of the birth date count as their last possible day. */
export function isOfAge(dateOfBirth: string, age: number, today: Date): boolean {
  const year = Number(dateOfBirth.slice(0, 4)) + age;
  const month = dateOfBirth.slice(4, 6).trim() || '12';
  const day = dateOfBirth.slice(6, 8).trim() || '31';
  return today.toISOString().slice(0, 10) >= `${year}-${month}-${day}`;
}
