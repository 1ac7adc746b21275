import { describe, expect, it } from 'vitest';
import { type Day, type DocumentId, type Instant, newId } from '../kernel/index.ts';
import { evidenceStatus, type NeededEvidence } from './evidence.ts';
import { type DocumentDetails, noDetails, type VaultDocument } from './schema.ts';

const today = '2026-11-26' as Day;

function paper(details: Partial<DocumentDetails>, change: Partial<VaultDocument> = {}): VaultDocument {
  return {
    id: newId<'document'>() as DocumentId,
    name: 'Papier.pdf',
    mediaType: 'application/pdf',
    bytes: 1,
    state: 'available',
    refusal: null,
    held: false,
    issuedByCity: false,
    pages: 1,
    hasPreview: false,
    folderId: null,
    details: { ...noDetails, ...details },
    createdAt: '2026-11-01T09:00:00.000Z' as Instant,
    ...change,
  };
}

const needed: NeededEvidence[] = [
  { id: 'ausweis', text: 'Personalausweis oder Reisepass', when: null, types: ['identity_card', 'passport'] },
  { id: 'zb1', text: 'Fahrzeugschein', when: null, types: ['vehicle_papers'] },
  { id: 'zb2', text: 'Fahrzeugbrief', when: null, types: ['vehicle_title'] },
  { id: 'hu', text: 'Hauptuntersuchung', when: null, types: ['inspection_report'] },
  { id: 'schilder', text: 'Kennzeichen', when: null },
  { id: 'foto', text: 'Foto', when: null, madeBy: 'studio', types: ['photograph'] },
  { id: 'vollmacht', text: 'Vollmacht', when: 'Wenn jemand anderes kommt', types: ['power_of_attorney'] },
];
const three = [
  paper({ type: 'passport' }),
  paper({ type: 'vehicle_papers' }),
  paper({ type: 'vehicle_title' }),
];

describe('what a vault has of the papers that a service needs', () => {
  it('says three of four, and what is missing', () => {
    const status = evidenceStatus(needed, three, today);
    expect([status.have, status.total]).toEqual([3, 4]);
    expect(status.missing).toEqual([{ id: 'hu', text: 'Hauptuntersuchung', type: 'inspection_report' }]);
    expect([...status.owned]).toEqual(['ausweis', 'zb1', 'zb2']);
  });

  it('does not count what expired yesterday, and counts the last day in', () => {
    const until = (day: string) => [paper({ type: 'identity_card', validUntil: day as Day })];
    expect(evidenceStatus(needed, until('2026-11-25'), today).have).toBe(0);
    expect(evidenceStatus(needed, until('2026-11-26'), today).have).toBe(1);
  });

  it('does not count what is still checked or was refused', () => {
    for (const state of ['uploading', 'checking', 'refused'] as const)
      expect(evidenceStatus(needed, [paper({ type: 'passport' }, { state })], today).have).toBe(0);
  });

  it('ticks what only some need without counting it', () => {
    const status = evidenceStatus(needed, [paper({ type: 'power_of_attorney' })], today);
    expect([status.have, status.total, status.owned.has('vollmacht')]).toEqual([0, 4, true]);
  });

  it('never takes an own photograph for one that a studio must make, nor "another document" for anything', () => {
    const status = evidenceStatus(needed, [paper({ type: 'photograph' }), paper({ type: 'other' })], today);
    expect(status.owned.size).toBe(0);
  });
});
