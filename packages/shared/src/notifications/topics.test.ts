import { describe, expect, it } from 'vitest';
import { messageTypes } from './schema.ts';
import { canWait, nextGathering, quietUntil, topicOf } from './topics.ts';

const until = (from: string, to: string, now: string) =>
  quietUntil({ from, to }, new Date(now))?.toISOString() ?? null;

describe('quiet hours', () => {
  it('over night hold until the morning, by the clock of Jena', () => {
    expect(until('22:00', '07:00', '2026-11-23T20:59:00Z')).toBeNull();
    expect(until('22:00', '07:00', '2026-11-23T21:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(until('22:00', '07:00', '2026-11-24T02:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(until('22:00', '07:00', '2026-11-24T06:00:00Z')).toBeNull();
  });
  it('follow the change of the clock', () => {
    // The night to the last Sunday of March is an hour shorter.
    expect(until('22:00', '07:00', '2027-03-27T22:00:00Z')).toBe('2027-03-28T05:00:00.000Z');
  });
  it('may lie within a day', () => {
    expect(until('12:00', '14:00', '2026-11-23T12:30:00Z')).toBe('2026-11-23T13:00:00.000Z');
    expect(until('12:00', '14:00', '2026-11-23T13:00:00Z')).toBeNull();
  });
  it('without a length, or switched off, never hold', () => {
    expect(until('07:00', '07:00', '2026-11-23T06:00:00Z')).toBeNull();
    expect(quietUntil(null, new Date('2026-11-23T23:00:00Z'))).toBeNull();
  });
});

describe('what is told together', () => {
  const next = (pace: 'daily' | 'weekly', now: string) => nextGathering(pace, new Date(now)).toISOString();
  it('comes at eight in Jena, on the same day before eight and else on the next', () => {
    expect(next('daily', '2026-11-26T06:59:00Z')).toBe('2026-11-26T07:00:00.000Z');
    expect(next('daily', '2026-11-26T07:00:00Z')).toBe('2026-11-27T07:00:00.000Z');
    expect(next('daily', '2027-07-01T07:00:00Z')).toBe('2027-07-02T06:00:00.000Z');
  });
  it('comes on Mondays for whoever wants it weekly', () => {
    expect(next('weekly', '2026-11-26T12:00:00Z')).toBe('2026-11-30T07:00:00.000Z');
    expect(next('weekly', '2026-11-30T06:00:00Z')).toBe('2026-11-30T07:00:00.000Z');
    expect(next('weekly', '2026-11-30T07:00:00Z')).toBe('2026-12-07T07:00:00.000Z');
  });
  it('is never what has a deadline or protects the account', () => {
    expect(messageTypes.filter((type) => topicOf[type] === 'security' && canWait(type))).toEqual([]);
    expect([canWait('evidence_requested'), canWait('document_expires')]).toEqual([false, false]);
    expect([canWait('case_claimed'), canWait('case_message')]).toEqual([true, true]);
  });
});

it('every message has a topic', () => {
  for (const type of messageTypes) expect(topicOf[type]).toBeDefined();
});
