import type { EidPurpose, EidQuestions } from '@jena/shared/identity';
import { type EidOperations, eidAttributes, type UseIdRequest } from '../../adapters/eid/port.ts';
import { cityCommunityId } from './identity.policy.ts';

/** The pseudonym alone: enough to know a card again, and nothing else (facts: TR-03110 restricted identification). */
const pseudonym: EidOperations = { RestrictedID: 'REQUIRED' };

/** What forms need to know and the card knows. Birth name and place also tell a new card of the same person. */
const person: EidOperations = {
  ...pseudonym,
  GivenNames: 'REQUIRED',
  FamilyNames: 'REQUIRED',
  DateOfBirth: 'REQUIRED',
  PlaceOfResidence: 'REQUIRED',
  PlaceOfBirth: 'ALLOWED',
  BirthName: 'ALLOWED',
  AcademicTitle: 'ALLOWED',
  Nationality: 'ALLOWED',
  DocumentType: 'ALLOWED',
  DateOfExpiry: 'ALLOWED',
};

/** For what names are needed. */
const namedPurposes: ReadonlySet<EidPurpose> = new Set(['registration', 'card', 'join']);

const city = 'Bürgerkonto der Stadt Jena';
/** What the person reads in their ID app. */
const transactionInfo: Record<EidPurpose, string> = {
  login: `Anmeldung im ${city}`,
  registration: `Neues ${city}`,
  card: `Ihre Angaben im ${city} erneuern`,
  join: `Ein weiterer Ausweis für Ihr ${city}`,
  verification: `Bestätigung für Ihr ${city}`,
};

/** What a card is asked. An identity in a phone's key store is no card: its pseudonym goes with the phone. */
export function askFor(purpose: EidPurpose, questions: EidQuestions): UseIdRequest {
  const { residence, age } = questions;
  return {
    operations: {
      ...(namedPurposes.has(purpose) ? person : pseudonym),
      ...(age === undefined ? {} : { AgeVerification: 'REQUIRED' }),
      ...(residence === undefined ? {} : { PlaceVerification: 'REQUIRED' }),
    },
    ...(age === undefined ? {} : { age }),
    ...(residence === undefined ? {} : { communityId: cityCommunityId }),
    transactionInfo: transactionInfo[purpose],
    levelOfAssurance: 'high',
    mediums: ['CardCertified'],
  };
}

/** All that the product asks for in any way of using the card: the certificate's rights must hold it. */
export const everAsked = eidAttributes.filter((name) =>
  [askFor('card', {}), askFor('verification', { residence: true, age: 18 })].some(
    ({ operations }) => operations[name] !== undefined,
  ),
);
