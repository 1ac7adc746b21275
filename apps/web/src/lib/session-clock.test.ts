import { describe, expect, it } from 'vitest';
import { endsOf, whatNow } from './session-clock.ts';

const minute = 60_000;
const now = Date.parse('2026-11-23T09:00:00.000Z');
const moment = (change: Partial<Parameters<typeof whatNow>[0]> = {}) =>
  whatNow({
    now,
    ends: { idle: now + 30 * minute, total: now + 480 * minute },
    active: now - 30 * minute,
    told: now,
    ...change,
  });

describe('the end of a session', () => {
  it('is counted from what the server says is left, also on a phone whose clock is wrong', () => {
    const told = {
      at: '2026-11-23T12:00:00.000Z',
      idleEndsAt: '2026-11-23T12:30:00.000Z',
      endsAt: '2026-11-23T20:00:00.000Z',
    };
    expect(endsOf(told, now)).toEqual({ idle: now + 30 * minute, total: now + 480 * minute });
  });

  it('is announced two minutes ahead, whichever limit comes first', () => {
    const idle = (left: number) => moment({ ends: { idle: now + left, total: now + 480 * minute } });
    expect([idle(2 * minute + 1), idle(2 * minute), idle(1)]).toEqual(['rest', 'warn', 'warn']);
    expect(moment({ ends: { idle: now + 30 * minute, total: now + minute } })).toBe('warn');
  });

  it('is over when nothing is left', () => {
    expect(moment({ ends: { idle: now, total: now + minute } })).toBe('over');
  });

  it('interrupts nobody in the middle of a word, but for the last half minute', () => {
    const typing = { active: now - 1000, told: now - 1000 };
    const left = (milliseconds: number) => ({ idle: now + 30 * minute, total: now + milliseconds });
    expect(moment({ ...typing, ends: left(minute) })).toBe('rest');
    expect(moment({ ...typing, ends: left(30_000) })).toBe('warn');
    expect(moment({ active: now - 5000, told: now - 5000, ends: left(minute) })).toBe('warn');
  });
});

describe('somebody at work', () => {
  it('is told to the server at most once a minute', () => {
    expect(moment({ active: now - 1000, told: now - minute + 1 })).toBe('rest');
    expect(moment({ active: now - 1000, told: now - minute })).toBe('tell');
  });

  it('keeps the session from its end instead of being warned of it', () => {
    const ends = { idle: now + minute, total: now + 480 * minute };
    expect(moment({ ends, active: now - 1000, told: now - 29 * minute })).toBe('tell');
  });

  it('who left long ago is not told', () => {
    expect(moment({ active: now - 5 * minute, told: now - 6 * minute })).toBe('rest');
  });
});
