import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, fewestLengths, hoursKept, publishable, quantile, share } from './index.ts';

describe('what may be shown', () => {
  it('says nothing of fewer than five, and of more only the nearest five', () => {
    expect([0, 1, 4].map(publishable)).toEqual([null, null, null]);
    expect([5, 7, 8, 12, 13].map(publishable)).toEqual([5, 5, 10, 10, 15]);
  });

  it('never lets one person be read from the difference of two days more than by a step of five', () => {
    fc.assert(
      fc.property(fc.integer({ min: fewest, max: 100_000 }), (count) => {
        const step = (publishable(count + 1) ?? 0) - (publishable(count) ?? 0);
        return step === 0 || step === 5;
      }),
    );
  });

  it('gives a share from five on, and none above 100', () => {
    expect(share(1, 4)).toBeNull();
    expect(share(2, 5)).toBe(40);
    expect(share(9, 8)).toBe(100);
  });
});

describe('lengths of time', () => {
  it('are kept in hours for two days, then in days', () => {
    expect(hoursKept(0)).toBe(1);
    expect(hoursKept(3 * 3_600_000)).toBe(3);
    expect(hoursKept(49 * 3_600_000)).toBe(72);
  });

  it('give median and 90th percentile by nearest rank, as a sorted list would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: fewestLengths, maxLength: 200 }),
        fc.constantFrom(0.5, 0.9),
        (all, wanted) => {
          const lengths = all.map((hours) => ({ hours, amount: 1 }));
          const sorted = all.toSorted((a, b) => a - b);
          return quantile(lengths, wanted) === sorted[Math.ceil(wanted * all.length) - 1];
        },
      ),
    );
  });

  it('say nothing of fewer than twenty', () => {
    expect(quantile([{ hours: 3, amount: 19 }], 0.5)).toBeNull();
  });
});
