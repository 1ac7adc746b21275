import { describe, expect, test } from 'vitest';
import type { CardData } from '../account/schema.ts';
import type { Day } from '../kernel/days.ts';
import { initialAnswers } from './initial.ts';
import { prefill } from './prefill.ts';
import { field, form, options } from './testing.ts';

const card: CardData = {
  familyName: 'MUSTERMANN',
  birthName: null,
  givenNames: 'ERIKA',
  academicTitle: null,
  birthDate: '1964-08-12',
  birthPlace: 'BERLIN',
  nationality: 'D',
  documentType: 'ID',
  validUntil: '2029-10-31' as Day,
  address: {
    street: 'HEIDESTRAẞE',
    houseNumber: '17',
    postcode: '51147',
    town: 'KÖLN',
    country: 'D',
    place: null,
  },
};
const home = form({
  a: [
    field('name', { prefill: 'card.familyName' }),
    field('birthName', { prefill: 'card.birthName' }),
    field('born', { type: 'date', prefill: 'card.birthDate' }),
    field('town', { prefill: 'card.address.town' }),
    field('states', {
      type: 'multiselect',
      codeList: 'countries',
      options: options('XXA'),
      prefill: 'card.nationality',
      prefillMap: { D: 'DE' },
    }),
    field('document', {
      type: 'select',
      options: options('pa', 'rp'),
      prefill: 'card.documentType',
      prefillMap: { ID: 'pa' },
    }),
    field('city', { initial: 'Jena' }),
  ],
});

describe('prefilling from the card', () => {
  test('answers what the card knows and marks it', () => {
    const { answers, origins } = prefill(home, {}, card);
    expect(answers).toEqual({
      name: 'MUSTERMANN',
      born: '1964-08-12',
      town: 'KÖLN',
      states: ['DE'],
      document: 'pa',
    });
    expect(Object.keys(origins).sort()).toEqual(['born', 'document', 'name', 'states', 'town']);
  });

  test('never overwrites what a person typed', () => {
    const { answers, origins } = prefill(home, { name: 'Musterfrau' }, card);
    expect(answers.name).toBe('Musterfrau');
    expect(origins.name).toBeUndefined();
  });

  test('leaves to the person what the card knows only in part or in other codes', () => {
    const foreign = { ...card, birthDate: '1950', documentType: 'AR', nationality: 'ZZZ', address: null };
    expect(prefill(home, {}, foreign).answers).toEqual({ name: 'MUSTERMANN' });
  });

  test('is not fooled by names that every object has', () => {
    expect(prefill(home, {}, { ...card, documentType: 'constructor' }).answers.document).toBeUndefined();
  });
});

test('a new draft begins with the answers that stand there at first', () => {
  expect(initialAnswers(home)).toEqual({ city: 'Jena' });
});
