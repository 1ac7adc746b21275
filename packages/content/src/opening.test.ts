import { holidayOn } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type Hours, openState } from './opening.ts';

const slot = (opens: string, closes: string) => ({ opens, closes });
const hours: Hours = {
  regular: {
    mo: [slot('08:30', '13:00')],
    tu: [slot('09:00', '12:00'), slot('14:00', '18:00')],
    th: [slot('08:30', '16:00')],
    fr: [slot('08:30', '13:00')],
  },
  special: [{ day: '2026-03-21', hours: [slot('09:00', '13:00')] }],
};
const at = (iso: string) => openState({ openingHours: hours }, new Date(iso));
const allDay = [slot('00:00', '24:00')];

describe('openState', () => {
  it('says until when an office is open', () => {
    expect(at('2026-11-23T08:00:00Z')).toEqual({ open: true, closesAt: '13:00' });
  });
  it('opens on the minute and is closed from the closing minute on', () => {
    expect(at('2026-11-23T07:30:00Z')).toEqual({ open: true, closesAt: '13:00' });
    expect(at('2026-11-23T12:00:00Z')).toEqual({
      open: false,
      opensAt: { day: '2026-11-24', clock: '09:00' },
    });
  });
  it('knows the lunch break', () => {
    expect(at('2026-11-24T12:00:00Z')).toEqual({
      open: false,
      opensAt: { day: '2026-11-24', clock: '14:00' },
    });
  });
  it('reads the clock of Jena before and after the change to summer time', () => {
    // Monday 23 March: UTC+1; Monday 30 March: UTC+2.
    expect(at('2026-03-23T07:00:00Z')).toMatchObject({ open: false });
    expect(at('2026-03-30T07:00:00Z')).toEqual({ open: true, closesAt: '13:00' });
  });
  it('reads the clock of Jena after the change back to winter time', () => {
    expect(at('2026-10-23T06:45:00Z')).toMatchObject({ open: true });
    expect(at('2026-10-26T06:45:00Z')).toMatchObject({ open: false });
  });
  it('counts the day of Jena, not the day of Greenwich', () => {
    expect(at('2026-11-22T23:30:00Z')).toEqual({
      open: false,
      opensAt: { day: '2026-11-23', clock: '08:30' },
    });
  });
  it('opens on a special Saturday and on no other', () => {
    expect(at('2026-03-21T09:00:00Z')).toEqual({ open: true, closesAt: '13:00' });
    expect(at('2026-03-28T09:00:00Z')).toMatchObject({ open: false });
  });
  it('stays closed on a holiday and names the next working day', () => {
    // Good Friday; Easter Monday follows.
    expect(at('2026-04-03T08:00:00Z')).toEqual({
      open: false,
      opensAt: { day: '2026-04-07', clock: '09:00' },
    });
  });
  it('keeps the police open on Christmas', () => {
    const regular = { mo: allDay, tu: allDay, we: allDay, th: allDay, fr: allDay, sa: allDay, su: allDay };
    const police = { openingHours: { regular, special: [] } };
    expect(openState(police, new Date('2026-12-25T02:00:00Z'))).toEqual({ open: true, closesAt: '24:00' });
  });
  it('says that hours are unknown instead of "closed"', () => {
    expect(openState({ openingHours: null }, new Date('2026-11-23T08:00:00Z'))).toBeNull();
  });
  it('promises no opening when there is none', () => {
    const never = { openingHours: { regular: {}, special: [] } };
    expect(openState(never, new Date('2026-11-23T08:00:00Z'))).toEqual({ open: false, opensAt: null });
  });
});

describe('holidayOn', () => {
  it.each([
    ['2026-01-01', 'neujahr'],
    ['2024-03-29', 'karfreitag'],
    ['2025-04-21', 'ostermontag'],
    ['2026-05-14', 'himmelfahrt'],
    ['2026-05-25', 'pfingstmontag'],
    ['2027-03-29', 'ostermontag'],
    ['2038-04-26', 'ostermontag'],
    ['2026-09-20', 'weltkindertag'],
    ['2026-10-31', 'reformationstag'],
    ['2026-12-26', 'weihnachten-2'],
  ])('%s is %s', (day, name) => {
    expect(holidayOn(day)).toBe(name);
  });
  it.each(['2026-11-23', '2026-06-04', '2026-11-01', '2026-01-06', '2026-12-24'])(
    '%s is a working day in Jena',
    (day) => {
      expect(holidayOn(day)).toBeNull();
    },
  );
});
