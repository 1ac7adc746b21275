import { describe, expect, it } from 'vitest';
import { monthsBefore, unusedStep } from './unused.ts';

const monthsAgo = (now: string, months: number) =>
  monthsBefore(new Date(now), months).toISOString().slice(0, 10);

describe('months before', () => {
  it('is the same day', () => expect(monthsAgo('2026-11-23T01:00:00Z', 24)).toBe('2024-11-23'));
  it('is the last day of a shorter month', () =>
    expect(monthsAgo('2026-03-31T01:00:00Z', 1)).toBe('2026-02-28'));
});

it('who never logged in, as a child that others act for, is nobody’s unused account', () => {
  expect(unusedStep({ usedAt: null, warnings: 0, warnedAt: null }, new Date('2040-01-01'))).toBeNull();
});
