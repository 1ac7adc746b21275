import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactIban, groupedIban, isIban } from './iban.ts';

// From the registry of ISO 13616, each the example of its country.
const examples = [
  'DE89 3704 0044 0532 0130 00',
  'GB82 WEST 1234 5698 7654 32',
  'FR14 2004 1010 0505 0001 3M02 606',
  'NO93 8601 1117 947',
  'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
];

describe('an IBAN', () => {
  test.each(examples)('%s is right, and reads as it was written', (written) => {
    expect(isIban(compactIban(written))).toBe(true);
    expect(groupedIban(compactIban(written.toLowerCase()))).toBe(written);
  });

  test('with one digit changed, or two neighbours swapped, is wrong', () => {
    const right = compactIban('DE89 3704 0044 0532 0130 00');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digit = (Number(right[place]) + by) % 10;
        expect(isIban(`${right.slice(0, place)}${digit}${right.slice(place + 1)}`)).toBe(false);
      }),
    );
    expect(isIban(compactIban('DE98 3704 0044 0532 0130 00'))).toBe(false);
  });

  test.each([
    '',
    'DE',
    'DE8937040044053201300',
    'DE893704004405320130000',
    '370400440532013000',
    'DE89370400440532O13000',
  ])('is not %j', (typed) => {
    expect(isIban(compactIban(typed))).toBe(false);
  });
});
