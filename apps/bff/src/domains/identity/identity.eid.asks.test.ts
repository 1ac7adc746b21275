import { eidPurposes } from '@jena/shared/identity';
import { describe, expect, it } from 'vitest';
import { askFor, everAsked } from './identity.eid.asks.ts';

/** What would tell who somebody is. */
const telling = [
  'GivenNames',
  'FamilyNames',
  'BirthName',
  'DateOfBirth',
  'PlaceOfBirth',
  'PlaceOfResidence',
] as const;

describe('what a card is asked', () => {
  it('at a login is the pseudonym alone', () => {
    expect(askFor('login', {}).operations).toEqual({ RestrictedID: 'REQUIRED' });
  });

  it('at a registration is who the person is and where they live; the rest may be unticked', () => {
    const { operations } = askFor('registration', {});
    const required = Object.keys(operations).filter(
      (name) => operations[name as 'RestrictedID'] === 'REQUIRED',
    );
    expect(required.sort()).toEqual([
      'DateOfBirth',
      'FamilyNames',
      'GivenNames',
      'PlaceOfResidence',
      'RestrictedID',
    ]);
    expect(askFor('card', {}).operations).toEqual(operations);
  });

  it('at a verification is a question, never the data behind it', () => {
    const request = askFor('verification', { residence: true, age: 16 });
    expect(request.operations).toEqual({
      RestrictedID: 'REQUIRED',
      AgeVerification: 'REQUIRED',
      PlaceVerification: 'REQUIRED',
    });
    expect([request.age, request.communityId]).toEqual([16, '0276160053']);
    for (const name of telling) expect(request.operations).not.toHaveProperty(name);
    expect(askFor('verification', { age: 18 })).not.toHaveProperty('communityId');
  });

  it.each(eidPurposes)('for %s says in the ID app what it is for, and takes cards alone', (purpose) => {
    const request = askFor(purpose, {});
    expect(request.transactionInfo).toContain('Bürgerkonto der Stadt Jena');
    expect([request.mediums, request.levelOfAssurance]).toEqual([['CardCertified'], 'high']);
  });

  it('never is more than the certificate must allow', () => {
    expect(everAsked).toContain('PlaceVerification');
    for (const name of ['ResidencePermitI', 'CommunityID', 'ArtisticName', 'IssuingState'] as const)
      expect(everAsked).not.toContain(name);
  });
});
