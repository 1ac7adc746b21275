import type { Hours } from '@jena/content/opening';
import { cityInstant, type Day } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { firstOpening, nextOpening } from './assistant.schedule.ts';

const slot = (opens: string, closes: string) => ({ opens, closes });
const hours: Hours = {
  regular: {
    mo: [slot('08:30', '13:00')],
    tu: [slot('14:00', '18:00'), slot('09:00', '12:00')],
    th: [slot('08:30', '16:00')],
    fr: [slot('08:30', '13:00')],
  },
  special: [
    { day: '2026-11-28', hours: [slot('10:00', '12:00')] },
    { day: '2026-12-03', hours: [] },
  ],
};
const next = (now: string, after: string | null = null) =>
  nextOpening(hours, new Date(now), after as Day | null);

describe('when Hanfried greets', () => {
  it('is as the office opens, the same day', () => {
    expect(next('2026-11-23T05:00:00.000Z')).toEqual({
      day: '2026-11-23',
      clock: '08:30',
      at: '2026-11-23T07:30:00.000Z',
    });
  });

  it('is at the first opening of a day with a lunch break, and not at the second', () => {
    expect(next('2026-11-24T05:00:00.000Z')?.clock).toBe('09:00');
    // 13:50 in Jena, just before the second opening; Wednesday is closed.
    expect(next('2026-11-24T12:50:00.000Z')?.day).toBe('2026-11-26');
  });

  it('is not on closed days: weekend, holiday, a special day without hours', () => {
    expect(next('2026-11-27T15:00:00.000Z', '2026-11-28')?.day).toBe('2026-11-30');
    // Christmas 2026: Friday and Saturday; then the Sunday.
    expect(next('2026-12-24T17:00:00.000Z')?.day).toBe('2026-12-28');
    expect(next('2026-12-02T17:00:00.000Z')?.day).toBe('2026-12-04');
    expect(firstOpening(hours, '2026-12-25' as Day)).toBeNull();
  });

  it('is on a special Saturday', () => {
    expect(next('2026-11-27T15:00:00.000Z')).toMatchObject({ day: '2026-11-28', clock: '10:00' });
  });

  it('may be a little late, but not in the middle of the day', () => {
    expect(next('2026-11-23T08:59:00.000Z')?.day).toBe('2026-11-23');
    expect(next('2026-11-23T09:00:00.000Z')?.day).toBe('2026-11-24');
    expect(next('2026-11-23T08:59:00.000Z', '2026-11-23')?.day).toBe('2026-11-24');
  });

  it('follows the clock of Jena through the changes to summer time and back', () => {
    // Friday before and Monday after the change of 29 March 2026
    expect(next('2026-03-27T05:00:00.000Z')?.at).toBe('2026-03-27T07:30:00.000Z');
    expect(next('2026-03-28T05:00:00.000Z')?.at).toBe('2026-03-30T06:30:00.000Z');
    // and of 25 October 2026
    expect(next('2026-10-23T05:00:00.000Z')?.at).toBe('2026-10-23T06:30:00.000Z');
    expect(next('2026-10-24T05:00:00.000Z')?.at).toBe('2026-10-26T07:30:00.000Z');
  });

  it('is unknown where no opening is known', () => {
    expect(nextOpening({ regular: {}, special: [] }, new Date('2026-11-23T05:00:00.000Z'))).toBeNull();
  });
});

describe('a clock time in Jena', () => {
  it('is a point in time, also where the clock skips or repeats an hour', () => {
    const at = (day: string, clock: string) => cityInstant(day as Day, clock).toISOString();
    expect(at('2026-01-15', '00:00')).toBe('2026-01-14T23:00:00.000Z');
    expect(at('2026-07-15', '00:00')).toBe('2026-07-14T22:00:00.000Z');
    expect(at('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(at('2026-10-25', '02:30'));
  });
});
