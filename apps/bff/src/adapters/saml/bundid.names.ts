import type { LevelOfAssurance } from '@jena/shared/kernel';

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
/** Basic, substantial and high as BundID names them. */
export const storkLevels: Readonly<Record<LevelOfAssurance, string>> = {
  normal: 'STORK-QAA-Level-1',
  substantial: 'STORK-QAA-Level-3',
  high: 'STORK-QAA-Level-4',
};
