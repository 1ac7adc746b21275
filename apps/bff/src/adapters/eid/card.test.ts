import { describe, expect, it } from 'vitest';
import { birthDate, splitStreet } from './card.ts';

describe('the birth date on the card', () => {
  it.each([
    ['19640812', '1964-08-12'],
    ['195006  ', '1950-06'],
    ['1950    ', '1950'],
    ['        ', null],
    ['', null],
    ['1964-08-12', null],
  ])('%j is %j', (onCard, expected) => {
    expect(birthDate(onCard)).toBe(expected);
  });
});

describe('the street on the card', () => {
  it.each([
    ['HEIDESTRAẞE 17', 'HEIDESTRAẞE', '17'],
    ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
    ['Am Planetarium 203a', 'Am Planetarium', '203a'],
    ['Markt 3 - 5 b', 'Markt', '3 - 5 b'],
    ['Lindenweg 4/2', 'Lindenweg', '4/2'],
    ['Q7, 24', 'Q7', '24'],
    ['Haus am Bach', 'Haus am Bach', null],
    [null, null, null],
  ])('%j is street %j and number %j', (line, street, houseNumber) => {
    expect(splitStreet(line)).toEqual({ street, houseNumber });
  });

  it('takes long lines without tiring', () => {
    const started = performance.now();
    splitStreet(`${'1 '.repeat(5000)}x!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
