import { describe, expect, test } from 'vitest';
import type { FormDraft } from './draft-session.ts';
import { nextAddress, rememberReviewed } from './journey.ts';
import { suggestStreets } from './suggest.ts';
import { realForm } from './testing.ts';

const data = realForm();
const from = (pageId: string, answers: FormDraft['answers'], toReview = false) =>
  nextAddress({ data, draft: { answers, files: {} } as unknown as FormDraft, pageId, toReview });

describe('„Weiter“', () => {
  test('leads to the next page that the answers open, and at last to the review', () => {
    expect(from('herkunft', { zuzug_ausland: 'nein' })).toBe(
      '/dienste/wohnsitz-anmelden/antrag/bisherige-adresse',
    );
    expect(from('herkunft', { zuzug_ausland: 'ja' })).toBe('/dienste/wohnsitz-anmelden/antrag/person');
    expect(from('erklaerung', {})).toBe('/dienste/wohnsitz-anmelden/antrag/pruefen');
  });

  test('after a change leads back to the review', () => {
    expect(from('erklaerung', {}, true)).toBe('/dienste/wohnsitz-anmelden/antrag/pruefen');
  });

  test('after a change leads back, also when other pages of the review still lack answers', () => {
    rememberReviewed(data.form.pages.map((page) => page.id));
    expect(from('herkunft', { zuzug_ausland: 'nein' }, true)).toBe(
      '/dienste/wohnsitz-anmelden/antrag/pruefen',
    );
  });

  test('after a change leads first to what the change opened and nobody answered yet', () => {
    rememberReviewed(data.form.pages.map((page) => page.id).filter((id) => !id.startsWith('bisherige')));
    expect(from('herkunft', { zuzug_ausland: 'nein' }, true)).toBe(
      '/dienste/wohnsitz-anmelden/antrag/bisherige-adresse?aendern=1',
    );
  });
});

describe('suggested streets', () => {
  const streets = ['Am Planetarium', 'Wagnergasse', 'Lange Straße', 'Planitzstraße'];

  test('come after two letters, beginnings first', () => {
    expect(suggestStreets(streets, 'p')).toEqual([]);
    expect(suggestStreets(streets, 'pla')).toEqual(['Planitzstraße', 'Am Planetarium']);
  });

  test('are found however „Straße“ is written', () => {
    expect(suggestStreets(streets, 'lange str')).toEqual(['Lange Straße']);
    expect(suggestStreets(streets, 'LANGE STRASSE')).toEqual(['Lange Straße']);
  });

  test('fall silent once the street stands there', () => {
    expect(suggestStreets(streets, 'Wagnergasse')).toEqual([]);
  });
});
