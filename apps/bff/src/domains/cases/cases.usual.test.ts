import { fewestLengths } from '@jena/shared/indicators';
import { addDays, type Day, type Instant } from '@jena/shared/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualOf } from './cases.usual.ts';

const took = (days: number) => ({
  handedInAt: '2026-01-05T10:00:00.000Z' as Instant,
  decidedAt: `${addDays('2026-01-05' as Day, days)}T10:00:00.000Z` as Instant,
});

describe('the usual time', () => {
  it('is not said from few cases', () => {
    expect(usualOf(Array.from({ length: fewestLengths - 1 }, () => took(3)))).toBeNull();
  });

  it('is the median and what nine of ten took at most', () => {
    const days = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 40, 90];
    expect(usualOf(days.map(took))).toEqual({ cases: 20, medianDays: 4, mostDays: 10 });
  });

  it('is never longer than the slowest, and half took no longer than the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 20, maxLength: 200 }), (days) => {
        const usual = usualOf(days.map(took));
        const { medianDays = -1, mostDays = -1 } = usual ?? {};
        const within = (most: number) => days.filter((count) => count <= most).length / days.length;
        expect(within(medianDays)).toBeGreaterThanOrEqual(0.5);
        expect(within(mostDays)).toBeGreaterThanOrEqual(0.9);
        expect(days).toContain(mostDays);
      }),
    );
  });
});
