import type { Instant, StaffId } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { kim, staffCase } from '../testing.ts';
import { stateSentence } from './sentence.ts';

const now = new Date('2026-11-24T09:00:00Z');
const say = (changes: Parameters<typeof staffCase>[0]) => stateSentence(staffCase(changes), kim.staffId, now);
const robin = { id: newId<'staff'>() as StaffId, name: 'Robin Muster' };
const at = '2026-11-23T10:00:00.000Z' as Instant;

it('says whose turn it is', () => {
  expect(say({ state: 'submitted', caseworker: null })).toContain('Noch hat niemand');
  expect(say({})).toBe('Sie bearbeiten diesen Vorgang.');
  expect(say({ caseworker: robin })).toBe('Robin Muster bearbeitet diesen Vorgang.');
});

it('says that a paper came, also after somebody else took over', () => {
  const event = { at, by: { kind: 'citizen' }, note: null, automatic: null } as const;
  const timeline = [
    { ...event, sequence: 1, type: 'evidence_added' as const },
    { ...event, sequence: 2, type: 'claimed' as const },
  ];
  expect(say({ timeline })).toContain('Sie sind am Zug');
});

it('says until when a paper is expected, and when that day is over', () => {
  const request = {
    id: newId<'evidenceRequest'>(),
    field: 'x',
    reason: 'y',
    requestedAt: at,
    answeredAt: null,
  };
  const state = 'evidence_requested' as const;
  expect(say({ state, evidenceRequests: [{ ...request, dueDay: '2026-11-24' }] })).toContain('erbeten bis');
  expect(say({ state, evidenceRequests: [{ ...request, dueDay: '2026-11-23' }] })).toContain(
    'Die Frist endete',
  );
});
