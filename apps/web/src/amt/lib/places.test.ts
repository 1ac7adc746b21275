import { type CaseId, newId } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { amtPaths, placeOf } from './places.ts';

const id = newId<'case'>() as CaseId;
const document = newId<'document'>();

describe('addresses of the staff side', () => {
  it('lead back to the place they were made for', () => {
    expect(placeOf(amtPaths.home)).toEqual({ page: 'cases', queue: 'new', view: 'queue' });
    expect(placeOf(amtPaths.queue('answered'))).toEqual({ page: 'cases', queue: 'answered', view: 'queue' });
    expect(placeOf(amtPaths.case('mine', id))).toEqual({
      page: 'cases',
      queue: 'mine',
      caseId: id,
      view: 'case',
    });
    expect(placeOf(amtPaths.evidence('done', id, document))).toEqual({
      page: 'cases',
      queue: 'done',
      caseId: id,
      view: 'evidence',
      documentId: document,
    });
    expect(placeOf(amtPaths.case('service:hund-anmelden', id))).toEqual({
      page: 'cases',
      queue: 'service:hund-anmelden',
      caseId: id,
      view: 'case',
    });
    expect(placeOf(amtPaths.case('search', id))).toEqual({
      page: 'cases',
      queue: 'search',
      caseId: id,
      view: 'case',
    });
    expect(placeOf(amtPaths.jobs)).toEqual({ page: 'jobs' });
    expect(placeOf(amtPaths.automation)).toEqual({ page: 'automation' });
  });

  it('are unknown when they are mistyped', () => {
    for (const path of [
      '/amt/vorgaenge/alle',
      '/amt/vorgaenge/leistung-',
      '/amt/vorgaenge/neu/42',
      `/amt/vorgaenge/neu/${id}/akte`,
      `/amt/vorgaenge/neu/${id}/unterlagen/${document}/mehr`,
      '/amt/auftraege/1',
      '/amtlich',
    ]) {
      expect(placeOf(path), path).toEqual({ page: 'unknown' });
    }
  });

  it('send a login back to where it was asked for', () => {
    expect(amtPaths.signIn(amtPaths.case('new', id))).toBe(
      `/amt/anmeldung?zurueck=%2Famt%2Fvorgaenge%2Fneu%2F${id}`,
    );
  });
});
