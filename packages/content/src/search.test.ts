import { readyLanguages } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { makeBundles } from './bundles.ts';
import { loadContent } from './load.ts';
import { queries } from './search.queries.ts';
import { createSearchIndex, search } from './search.ts';
import { compoundParts, fold, stem } from './terms.ts';
import { validateContent } from './validate.ts';

const { content } = validateContent(loadContent());
const indexes = Object.fromEntries(
  readyLanguages.map((language) => [language, createSearchIndex(makeBundles(content, language), language)]),
) as Record<'de' | 'en', ReturnType<typeof createSearchIndex>>;

const missed = readyLanguages.flatMap((language) =>
  Object.entries(queries[language]).flatMap(([query, expected]) => {
    const hits = search(indexes[language], query, 3).map((hit) => hit.slug);
    return hits.some((slug) => [expected].flat().includes(slug))
      ? []
      : [`${language} ${query} → ${hits.join(', ')}`];
  }),
);
const total = readyLanguages.reduce((sum, language) => sum + Object.keys(queries[language]).length, 0);

describe('search', () => {
  it(`finds what people mean among the first three in at least 95 % of ${total} queries`, () => {
    expect(total).toBeGreaterThanOrEqual(120);
    const rate = 1 - missed.length / total;
    expect(rate, `${(rate * 100).toFixed(1)} %, missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });
  it('expects nothing that does not exist', () => {
    const known = new Set([...indexes.de.entries.values()].map((entry) => entry.slug));
    const expected = Object.values(queries).flatMap((set) => Object.values(set).flat());
    expect(expected.filter((slug) => !known.has(slug))).toEqual([]);
  });
  it('answers while typing', () => {
    expect(search(indexes.de, 'führu', 1).map((hit) => hit.slug)).toEqual(['fuehrungszeugnis']);
  });
  it('finds nothing for nothing and for gibberish', () => {
    expect(search(indexes.de, '   ')).toEqual([]);
    expect(search(indexes.de, 'xqzvwk')).toEqual([]);
  });
  it('keeps to the limit', () => {
    expect(search(indexes.de, 'anmelden', 4)).toHaveLength(4);
  });
  it('takes signs that mean something elsewhere as plain text', () => {
    expect(() => search(indexes.de, '<*>"(hund) + \\ [a-z')).not.toThrow();
  });
  it('answers in the language of the index', () => {
    expect(search(indexes.en, 'dog', 1)[0]?.title).toBe('Register a dog');
  });
});

describe('terms', () => {
  it.each([
    ['Führungszeugnis', 'Fuehrungszeugnis'],
    ['Führungszeugnis', 'fuhrungszeugnis'],
    ['Straße', 'strasse'],
    ['Ausländerbehörde', 'AUSLAENDERBEHOERDE'],
  ])('%s and %s are one', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
  it('leaves the e of Steuer alone', () => {
    expect(fold('Steuer')).toBe('steuer');
  });
  it('brings noun and verb together', () => {
    expect(stem('anmeldung', 'de')).toBe(stem('anmelden', 'de'));
  });
  it('splits compounds by known words only', () => {
    const known = new Set(['hund', stem('steuer', 'de'), 'mark']);
    expect(compoundParts('hundesteuermarke', known, 'de')).toEqual(['hund', stem('steuer', 'de'), 'mark']);
    expect(compoundParts('hundehalsband', known, 'de')).toEqual([]);
  });
});
