import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../lib/format.ts';
import { copy as de } from '../copy.de.ts';
import { copy as en } from '../copy.en.ts';
import { amountWords } from './amount.ts';
import { stateWords } from './open-now.tsx';
import { wantedIn } from './season.ts';
import { isUnconfirmed, usedSources } from './sources.tsx';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a fee in words', () => {
  const words = (amount: Parameters<typeof amountWords>[0]) => plain(amountWords(amount, 'de', de.service));
  it('is written as people write money here', () => {
    expect(plain(formatMoney(4600, 'de'))).toBe('46,00 €');
    expect(formatMoney(4600, 'en')).toBe('€46.00');
  });
  it('says what is free and what is not known, and never guesses', () => {
    expect(words({ kind: 'exact', cents: 0 })).toBe('kostenlos');
    expect(words({ kind: 'unknown' })).toBe('Betrag bitte beim Amt erfragen');
  });
  it('tells bounds as bounds', () => {
    expect(words({ kind: 'from', cents: 1050 })).toBe('ab 10,50 €');
    expect(words({ kind: 'upTo', cents: 100_000 })).toBe('bis 1.000,00 €');
    expect(words({ kind: 'range', fromCents: 1000, toCents: 2000 })).toBe('10,00 € bis 20,00 €');
  });
  it('turns a negative amount into money that one receives', () => {
    expect(words({ kind: 'exact', cents: -12_000 })).toBe('Sie erhalten 120,00 €');
    expect(words({ kind: 'range', fromCents: -30_000, toCents: -10_000 })).toBe(
      'Sie erhalten 100,00 € bis 300,00 €',
    );
  });
});

describe('the hours of an office in one line', () => {
  const monday = new Date('2026-11-23T17:00:00Z');
  it('says until when', () => {
    expect(stateWords({ open: true, closesAt: '18:00' }, monday, de, 'de')).toBe(
      'Jetzt geöffnet · bis 18 Uhr',
    );
    expect(stateWords({ open: true, closesAt: '18:00' }, monday, en, 'en')).toBe('Open now · until 6 pm');
  });
  it('says when it opens next: today, tomorrow, or on which day', () => {
    const opens = (day: string) =>
      stateWords({ open: false, opensAt: { day, clock: '08:30' } }, monday, de, 'de');
    expect(opens('2026-11-23')).toBe('Geschlossen · öffnet heute um 8:30 Uhr');
    expect(opens('2026-11-24')).toBe('Geschlossen · öffnet morgen um 8:30 Uhr');
    expect(opens('2026-12-03')).toBe('Geschlossen · öffnet Do, 3. Dezember um 8:30 Uhr');
  });
  it('counts days as people in Jena do, not as Greenwich does', () => {
    const justAfterMidnight = new Date('2026-11-23T23:30:00Z');
    expect(
      stateWords(
        { open: false, opensAt: { day: '2026-11-24', clock: '08:30' } },
        justAfterMidnight,
        de,
        'de',
      ),
    ).toContain('heute');
  });
});

describe('what most people need', () => {
  it('has something for every month, the most wanted first, nothing twice', () => {
    for (let month = 1; month <= 12; month++) {
      const wanted = wantedIn(month);
      expect(wanted[0]).toBe('wohnsitz-anmelden');
      expect(new Set(wanted).size).toBe(wanted.length);
      expect(wanted.length).toBeGreaterThan(5);
    }
  });
  it('changes with the season', () => {
    expect(wantedIn(6)).toContain('reisepass');
    expect(wantedIn(11)).not.toContain('reisepass');
  });
});

describe('sources', () => {
  const all = {
    A: { url: 'https://a', about: 'A', asOf: '2025' },
    B: { url: 'https://b', about: 'B', asOf: '2026' },
  };
  it('stand once, in the order of the facts', () => {
    const facts = [{ sources: ['B'] }, { sources: ['A', 'B'] }, { sources: ['unconfirmed'] }];
    expect(usedSources(facts, all).map((source) => source.id)).toEqual(['B', 'A']);
  });
  it('count a fact as unconfirmed only when nothing else stands behind it', () => {
    expect(isUnconfirmed({ sources: ['unconfirmed'] })).toBe(true);
    expect(isUnconfirmed({ sources: ['A', 'unconfirmed'] })).toBe(false);
  });
});
