import { describe, expect, test } from 'vitest';
import type { Day } from '../kernel/days.ts';
import { earlierFacts, type Facts, prefillFacts, vaultFacts } from './earlier.ts';
import { context, field, form } from './testing.ts';

const home = {
  form: 'wohnsitz-anmelden',
  answers: {
    ...{ neu_strasse: 'Wagnergasse', neu_hausnummer: '12', neu_plz: '07743', neu_ort: 'Jena' },
    ...{ email: 'lena@example.org', wohnungsgeber_name: 'Wohnbau Jena' },
  },
};
const dog = {
  form: 'hund-anmelden',
  answers: {
    strasse: 'Lange Straße',
    email: 'alt@example.org',
    kontoinhaber: 'Lena',
    iban: 'DE89370400440532013000',
  },
};

describe('what was said before', () => {
  test('is taken from the newest application, and whole or not at all', () => {
    expect(earlierFacts([home, dog])).toEqual({
      address: ['Wagnergasse', '12', '', '07743', 'Jena'],
      email: ['lena@example.org'],
      account: ['Lena', 'DE89370400440532013000'],
    });
    expect(earlierFacts([dog]).address).toBeUndefined();
  });

  test('of a plate is that of the vehicle, never one that somebody wishes for', () => {
    const answers = { altes_kennzeichen: 'WE-EM123', kennzeichen: 'J-XY1' };
    expect(earlierFacts([{ form: 'kfz-ummelden', answers }]).plate).toEqual(['WE-EM123']);
    expect(earlierFacts([{ form: 'kfz-zulassen', answers: { kennzeichen: 'J-XY1' } }]).plate).toBeUndefined();
  });

  test('by documents is what their owner wrote of them, of the newest', () => {
    const of = (type: string, issuer: string, validUntil: string | null, createdAt: string) =>
      ({ details: { type, issuer, validUntil, remind: true }, createdAt }) as never;
    expect(
      vaultFacts([
        of('rental_contract', 'Früher GmbH', null, '2024-01-01'),
        of('rental_contract', 'jenawohnen', null, '2026-01-01'),
        of('inspection_report', '', '2027-10-31', '2026-02-01'),
        of('other', 'Irgendwer', null, '2026-03-01'),
      ]),
    ).toEqual({ landlord: ['jenawohnen'], inspection: ['2027-10-31'] });
  });
});

describe('filling it in', () => {
  const asks = {
    ...form({
      a: [
        ...['strasse', 'hausnummer', 'zusatz', 'plz'].map((name) =>
          field(name, { required: name !== 'zusatz' }),
        ),
        field('ort', { initial: 'Jena' }),
        field('email', { type: 'email' }),
        field('hu_bis', { type: 'date', rules: { min: 'today' } }),
        field('auto__iban', { type: 'iban' }),
        field('auto__kontoinhaber'),
      ],
    }),
    slug: 'umzug',
  };
  const known: Facts = {
    address: ['Wagnergasse', '12', '', '07743', 'Jena'],
    email: ['lena@example.org'],
    account: ['Lena', 'DE89370400440532013000'],
    inspection: ['2020-01-31' as Day],
  };
  const fill = (answers = {}, touched: string[] = []) =>
    prefillFacts(asks, { answers, origins: {} }, known, 'earlier', { context, touched: new Set(touched) });

  test('marks where it comes from, also in a part of a bundle, and leaves out what the form refuses', () => {
    const { answers, origins } = fill({ ort: 'Jena' });
    expect(answers).toEqual({
      ...{ strasse: 'Wagnergasse', hausnummer: '12', plz: '07743', ort: 'Jena', email: 'lena@example.org' },
      ...{ auto__kontoinhaber: 'Lena', auto__iban: 'DE89370400440532013000' },
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(['earlier']));
    expect(origins).not.toHaveProperty('ort');
  });

  test('never mixes two addresses, and never overwrites or brings back what the person changed', () => {
    expect(fill({ plz: '99423' }).answers).not.toHaveProperty('strasse');
    expect(fill({ email: 'neu@example.org' }).answers['email']).toBe('neu@example.org');
    expect(fill({}, ['email']).answers).not.toHaveProperty('email');
  });
});
