import { describe, expect, it } from 'vitest';
import { messageTypes } from './schema.ts';
import { quietUntil, topicOf } from './topics.ts';

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

it('every message has a topic', () => {
  for (const type of messageTypes) expect(topicOf[type]).toBeDefined();
});
