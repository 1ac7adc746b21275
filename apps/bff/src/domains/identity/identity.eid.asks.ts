import { type EidOperations, eidAttributes, type UseIdRequest } from '../../adapters/eid/port.ts';

/** What the form needs to know and the card knows; the pseudonym finds the account again. */
const operations: EidOperations = {
  RestrictedID: 'REQUIRED',
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

/** What a login asks the card. An identity in a phone's key store is no card: its pseudonym goes with the phone. */
export const asked: UseIdRequest = {
  operations,
  transactionInfo: 'Anmeldung im Bürgerkonto der Stadt Jena',
  levelOfAssurance: 'high',
  mediums: ['CardCertified'],
};

/** All that the product asks for in any way of using the card: the certificate's rights must hold it. */
export const everAsked = eidAttributes.filter((name) => asked.operations[name] !== undefined);
