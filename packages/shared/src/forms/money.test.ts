import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMoney } from './money.ts';

describe('an amount of money is read', () => {
  test.each([
    ['0', 0],
    ['850', 85_000],
    ['850,5', 85_050],
    ['850.50', 85_050],
    ['1.234', 123_400],
    ['1,234', 123_400],
    ['1.234,50 €', 123_450],
    ['1,234.50', 123_450],
    [' € 1 234,50 ', 123_450],
    ["1'234", 123_400],
    ['12,-', 1200],
    ['12 EUR', 1200],
  ])('%s', (typed, cents) => {
    expect(parseMoney(typed)).toBe(cents);
  });

  test.each(['', '€', 'viel', '-5', '1,2,3', '1.2345', '12,345,6', '0x10', '1e3', '99999999999999999999'])(
    'but not %j',
    (typed) => {
      expect(parseMoney(typed)).toBeUndefined();
    },
  );

  test('as it is written for reading, in German and in English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.constantFrom('de', 'en'), (cents, language) => {
        const written = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
        expect(parseMoney(written.format(cents / 100))).toBe(cents);
      }),
    );
  });
});
