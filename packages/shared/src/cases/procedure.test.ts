import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/index.ts';
import { decideUntil, procedureOf } from './procedure.ts';

const monday = '2026-11-23' as Day;

describe('the procedure of a service', () => {
  it('is the standard one unless something is written down for it', () => {
    for (const slug of ['wohngeld', 'constructor', ''])
      expect(procedureOf(slug)).toMatchObject({ evidenceDays: 14, objectionTo: ['approved', 'rejected'] });
  });

  it('lets people object to a refusal of what otherwise is only confirmed', () => {
    expect(procedureOf('wohnsitz-anmelden').objectionTo).toEqual(['rejected']);
  });

  it('says by when the office has to act', () => {
    expect(decideUntil(procedureOf('wohngeld'), monday)).toBe('2027-02-23');
    expect(decideUntil(procedureOf('gewerbe-anmelden'), monday)).toBe('2026-11-26');
    expect(decideUntil(procedureOf('gewerbe-anmelden'), '2026-12-23' as Day)).toBe('2026-12-28');
  });
});
