import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween, holidayOn } from '../kernel/index.ts';
import { endOfDays, endOfMonths, isWorkingDay, knownOn, objectionUntil, workingDayFrom } from './periods.ts';

const day = (text: string) => text as Day;
const days = fc.integer({ min: 0, max: 40_000 }).map((number) => addDays('1995-01-01' as Day, number));

describe('a working day in Jena', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2019-09-20', false, 'the first Weltkindertag, a Friday'],
    ['2018-09-20', true, 'a Thursday before there was one'],
    ['2025-10-31', false, 'Reformationstag, a Friday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2026-06-04', true, 'Corpus Christi, which Jena does not keep'],
    ['2027-03-26', false, 'Good Friday'],
    ['2028-06-05', false, 'Whit Monday'],
    ['2038-04-26', false, 'the Monday after the latest Easter there can be'],
    ['2026-12-24', true, 'Christmas Eve, no holiday by law'],
  ])('%s: %s, %s', (on, expected) => {
    expect(isWorkingDay(day(on))).toBe(expected);
  });

  it('comes within six days of any day, after eleven holidays a year', () => {
    fc.assert(
      fc.property(days, (from) => {
        const next = workingDayFrom(from);
        expect(isWorkingDay(next)).toBe(true);
        expect(daysBetween(from, next)).toBeLessThanOrEqual(6);
      }),
    );
    for (let year = 2019; year < 2060; year++) {
      const all = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01` as Day, index));
      expect(all.filter((on) => on.startsWith(`${year}`) && holidayOn(on)).length, `${year}`).toBe(
        // Ascension Day may fall on the first of May, as in 2008.
        all.some((on) => on === `${year}-05-01` && easterPlus39(on)) ? 10 : 11,
      );
    }
  });
});

/** True when Whit Monday is eleven days later: then the first of May is Ascension Day as well. */
const easterPlus39 = (on: Day) => holidayOn(addDays(on, 11)) === 'pfingstmontag';

describe('the end of a period', () => {
  it.each([
    ['2026-11-23', 14, '2026-12-07'],
    // 6 December is a Sunday.
    ['2026-11-22', 14, '2026-12-07'],
    // Christmas, then a weekend.
    ['2026-12-11', 14, '2026-12-28'],
    // Three days from Maundy Thursday end on Easter Sunday.
    ['2026-04-02', 3, '2026-04-07'],
  ])('%s and %d days is %s', (event, count, expected) => {
    expect(endOfDays(day(event), count)).toBe(expected);
  });

  it.each([
    ['2026-11-23', 1, '2026-12-23'],
    // No 31 in April: its last day.
    ['2026-03-31', 1, '2026-04-30'],
    ['2027-01-31', 1, '2027-03-01'],
    ['2028-01-31', 1, '2028-02-29'],
    // 24 January 2027 is a Sunday.
    ['2026-12-24', 1, '2027-01-25'],
    ['2026-11-23', 3, '2027-02-23'],
    ['2026-11-30', 3, '2027-03-01'],
  ])('%s and %d months is %s', (event, months, expected) => {
    expect(endOfMonths(day(event), months)).toBe(expected);
  });

  it('is a working day, never early, and never more than a week late', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (event, months) => {
        const end = endOfMonths(event, months);
        expect(isWorkingDay(end)).toBe(true);
        expect(daysBetween(event, end)).toBeGreaterThanOrEqual(28 * months);
        expect(daysBetween(event, end)).toBeLessThanOrEqual(31 * months + 6);
      }),
    );
  });

  it('of an objection counts one month from the fourth day', () => {
    expect(knownOn(day('2026-11-23'))).toBe('2026-11-27');
    // 27 December is a Sunday.
    expect(objectionUntil(day('2026-11-23'))).toBe('2026-12-28');
  });
});
