import { type DocumentId, newId } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type Signed, signedHash } from './cases.co-sign.signed.ts';

const paper = (field: string) => ({
  field,
  documentId: newId<'document'>() as DocumentId,
  mediaType: 'application/pdf',
  bytes: 1200,
});
const [first, second] = [paper('meldebescheinigungen'), paper('vorehe')] as const;
const signed: Signed = {
  serviceSlug: 'eheschliessung-anmelden',
  formVersion: 2,
  answers: { p1_familienname: 'Okonkwo', wunschtermin: '2027-03-01' },
  documents: [first, second],
};

describe('the hash of what was signed', () => {
  it.each<[string, Partial<Signed>]>([
    ['an answer', { answers: { ...signed.answers, wunschtermin: '2027-03-02' } }],
    ['the form', { formVersion: 3 }],
    ['the service', { serviceSlug: 'elterngeld' }],
    ['a document that is missing', { documents: [first] }],
    ['a document more', { documents: [first, second, paper('kinder_nachweis')] }],
    ['another document in its place', { documents: [first, paper('vorehe')] }],
    ['the question that a document answers', { documents: [first, { ...second, field: 'kinder_nachweis' }] }],
    ['the size of a document', { documents: [first, { ...second, bytes: 1201 }] }],
    ['the kind of a document', { documents: [first, { ...second, mediaType: 'image/jpeg' }] }],
  ])('is another one with %s', (_what, change) => {
    expect(signedHash({ ...signed, ...change })).not.toBe(signedHash(signed));
  });

  it('is the same in whatever order the documents are read', () => {
    expect(signedHash({ ...signed, documents: [second, first] })).toBe(signedHash(signed));
  });
});
