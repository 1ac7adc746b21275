import type { Day } from '@jena/shared/kernel';
import { noDetails } from '@jena/shared/vault';
import { describe, expect, it } from 'vitest';
import { endsWhen, nextReminder, validityOf } from './validity.ts';

const now = new Date('2026-11-26T22:30:00Z');
const until = (day: string) => ({ ...noDetails, type: 'identity_card' as const, validUntil: day as Day });

describe('how long a document is valid', () => {
  it('runs out from the first reminder on, is valid on its last day, and expired the day after', () => {
    expect(validityOf(noDetails, now)).toBe('none');
    expect(validityOf(until('2027-01-22'), now)).toBe('valid');
    expect(validityOf(until('2027-01-21'), now)).toBe('soon');
    expect(validityOf(until('2026-11-26'), now)).toBe('soon');
    expect(validityOf(until('2026-11-25'), now)).toBe('expired');
  });

  it('counts the day in Jena, where it is tomorrow already', () => {
    const late = new Date('2026-11-26T23:30:00Z');
    expect(validityOf(until('2026-11-26'), late)).toBe('expired');
  });

  it('is said in days at the end and in weeks before', () => {
    const said = (day: string) => endsWhen(until(day), 'de', now);
    expect(['2026-11-26', '2026-11-27', '2026-12-01', '2026-12-09', '2026-12-18'].map(said)).toEqual([
      'heute',
      'morgen',
      'in 5 Tagen',
      'in 13 Tagen',
      'in 3 Wochen',
    ]);
    expect(endsWhen(until('2026-12-18'), 'en', now)).toBe('in 3 weeks');
  });

  it('says when the next reminder comes, and that none comes', () => {
    expect(nextReminder(until('2027-01-22'), now)).toBe('2026-11-27');
    expect(nextReminder(until('2026-12-01'), now)).toBe('2026-12-02');
    expect(nextReminder(until('2026-11-20'), now)).toBeUndefined();
    expect(nextReminder({ ...until('2027-01-22'), remind: false }, now)).toBeUndefined();
  });
});
