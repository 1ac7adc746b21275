import type { DraftBody } from '@jena/shared/forms/drafts';

/** What a device writes of a draft; give only what the test is about. */
export function draftBody(given: Partial<DraftBody> = {}): DraftBody {
  return {
    fingerprint: { version: 1, language: 'de', fields: {} },
    answers: { familienname: 'Okonkwo' },
    origins: {},
    stamps: { familienname: '2026-11-23T08:00:00.000Z' },
    files: {},
    captured: {},
    page: 'person',
    updatedAt: '2026-11-23T08:00:00.000Z',
    language: 'de',
    party: null,
    ...given,
  };
}
