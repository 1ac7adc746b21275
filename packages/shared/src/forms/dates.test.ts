import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../kernel/days.ts';
import { ageOn, parseDay, resolveDay } from './dates.ts';
import { today } from './testing.ts';

const day = (text: string) => text as Day;

describe('reading dates as people type them', () => {
  test.each([
    ['3.12.2026', '2026-12-03'],
    ['03.12.2026', '2026-12-03'],
    ['3. 12. 2026', '2026-12-03'],
    ['3 12 2026', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['03.12.26', '2026-12-03'],
    ['12.08.64', '1964-08-12'],
    [' 2026-12-3 ', '2026-12-03'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (typed, expected) => {
    expect(parseDay(typed, today)).toBe(expected);
  });

  test.each([
    '',
    '30.2.2026',
    '29.02.2027',
    '32.1.2026',
    '1.13.2026',
    '3.12.',
    '--03',
    '1990-03-',
    'morgen',
    '26-12-03',
    '3.12.196',
  ])('%s is no date', (typed) => {
    expect(parseDay(typed, today)).toBeUndefined();
  });

  test('every day is read back, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (offset) => {
        const any = addDays(today, offset);
        const [year, month, date] = any.split('-').map(Number);
        expect(parseDay(`${date}.${month}.${String(year).padStart(4, '0')}`, today)).toBe(any);
        expect(parseDay(any, today)).toBe(any);
      }),
    );
  });
});

describe('day rules', () => {
  test('count from today', () => {
    expect(resolveDay('today', today)).toBe('2026-11-23');
    expect(resolveDay('today+8', today)).toBe('2026-12-01');
    expect(resolveDay('today-14', today)).toBe('2026-11-09');
    expect(resolveDay('1900-01-01', today)).toBe('1900-01-01');
  });

  test.each(['tomorrow', 'today+', 'today*2', '2026-02-30', ''])('%s is refused', (rule) => {
    expect(() => resolveDay(rule, today)).toThrow(RangeError);
  });
});

describe('age', () => {
  test('changes on the birthday itself', () => {
    expect(ageOn(day('2008-11-24'), today)).toBe(17);
    expect(ageOn(day('2008-11-23'), today)).toBe(18);
  });

  test('of someone born on 29 February changes on 1 March', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17);
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18);
  });
});
