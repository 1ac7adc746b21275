import { prefill } from '@jena/shared/forms';
import { newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftSession, type DraftStore, type FormDraft } from './draft-session.ts';
import { realForm } from './testing.ts';

const data = realForm();
let saved: FormDraft | undefined;
let broken = false;
const store: DraftStore = {
  open: async () => saved,
  save: async (draft) => {
    if (broken) throw new Error('the phone is full');
    saved = structuredClone(draft);
    return draft;
  },
  remove: async () => {
    saved = undefined;
  },
  now: () => new Date('2026-11-23T13:03:00.000Z'),
};
const open = () => DraftSession.open(store, data, 'de');

beforeEach(() => {
  saved = undefined;
  broken = false;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a form being filled', () => {
  test('leaves nothing on the phone until something is answered', async () => {
    const session = await open();
    session.goTo('person');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toBeUndefined();
    expect(session.read().save.kind).toBe('untouched');
    expect(session.read().draft.answers).toEqual({ neu_ort: 'Jena' });
  });

  test('is saved shortly after typing, and says when', async () => {
    const session = await open();
    session.answer('familienname', 'Mus');
    session.answer('familienname', 'Mustermann');
    expect(session.read().save.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(300);
    expect(saved?.answers.familienname).toBe('Mustermann');
    expect(session.read().save).toEqual({ kind: 'saved', at: new Date('2026-11-23T13:03:00.000Z') });
  });

  test('is saved at once when the page is left', async () => {
    const session = await open();
    session.answer('familienname', 'M');
    await session.flush();
    expect(saved?.answers.familienname).toBe('M');
  });

  test('is there again after the app was closed, at the page where it stopped', async () => {
    const first = await open();
    first.answer('familienname', 'Mustermann');
    first.goTo('kontakt');
    await first.flush();
    const again = await open();
    expect(again.read()).toMatchObject({
      begun: true,
      draft: { answers: { familienname: 'Mustermann' }, page: 'kontakt' },
    });
  });

  test('learns that the account has it, without anything being typed', async () => {
    const session = await open();
    session.answer('familienname', 'Mustermann');
    const server = { id: newId<'draft'>(), revision: 1, at: '2026-11-23T13:03:00.000Z' };
    session.learn({ id: session.read().draft.id, server });
    expect(session.read().draft.server).toBeUndefined();
    await session.flush();
    session.learn({ id: newId<'draft'>(), server });
    expect(session.read().draft.server).toBeUndefined();
    session.learn({ id: session.read().draft.id, server });
    expect(session.read()).toMatchObject({ draft: { server }, save: { kind: 'saved' } });
  });

  test('keeps typed answers on the screen when the phone is full, and saves them once there is room', async () => {
    const session = await open();
    broken = true;
    session.answer('familienname', 'Mustermann');
    await session.flush();
    expect(session.read()).toMatchObject({
      save: { kind: 'failed' },
      draft: { answers: { familienname: 'Mustermann' } },
    });
    broken = false;
    session.again();
    await session.flush();
    expect(saved?.answers.familienname).toBe('Mustermann');
  });

  test('begins anew only when the person says so', async () => {
    const session = await open();
    session.answer('familienname', 'Mustermann');
    await session.flush();
    const before = session.read().draft.id;
    await session.startOver(data, 'de');
    expect(saved).toBeUndefined();
    expect(session.read()).toMatchObject({ begun: false, draft: { answers: { neu_ort: 'Jena' } } });
    expect(session.read().draft.id).not.toBe(before);
  });
});

describe('what the online ID card knows', () => {
  const card = {
    familyName: 'MUSTERMANN',
    birthName: null,
    givenNames: 'ERIKA',
    academicTitle: null,
    birthDate: null,
    birthPlace: null,
    nationality: 'D',
    documentType: 'ID',
    validUntil: null,
    address: null,
  };

  test('is marked until the person changes it, and never replaces what was typed', async () => {
    const session = await open();
    session.answer('vornamen', 'Rika');
    session.fill(prefill(data.form, session.read().draft.answers, card));
    expect(session.read().draft.answers).toMatchObject({
      familienname: 'MUSTERMANN',
      vornamen: 'Rika',
      staatsangehoerigkeit: ['DE'],
    });
    expect(session.read().draft.origins).toMatchObject({ familienname: 'card', ausweisart: 'card' });
    session.answer('familienname', 'Mustermann');
    expect(session.read().draft.origins).not.toHaveProperty('familienname');
  });

  test('does not start a draft on its own', async () => {
    const session = await open();
    session.fill(prefill(data.form, session.read().draft.answers, card));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toBeUndefined();
    expect(session.read().draft.answers.familienname).toBe('MUSTERMANN');
  });
});

describe('a draft of an older version', () => {
  test('keeps every answer, names what changed until that was seen, and is stored that way', async () => {
    const older = structuredClone(data);
    const question = older.form.pages[0]?.fields[0];
    if (!question) throw new Error('the form has no question');
    question.label = 'Wie wohnen Sie?';
    const gone = { ...structuredClone(question), name: 'haustier', type: 'text' as const };
    delete gone.options;
    older.form.pages[0]?.fields.push(gone);
    const first = await DraftSession.open(store, older, 'de');
    first.answer('wohnungsart', 'haupt');
    first.answer('haustier', 'Katze');
    await first.flush();

    const newer = { ...data, form: { ...data.form, version: 2 } };
    const session = await DraftSession.open(store, newer, 'de');
    await session.flush();
    expect(saved).toMatchObject({
      formVersion: 2,
      answers: { wohnungsart: 'haupt' },
      aside: { haustier: 'Katze' },
      changed: [
        { field: 'haustier', reason: 'removed' },
        { field: 'wohnungsart', reason: 'wording' },
      ],
    });
    session.acknowledge();
    await session.flush();
    expect(saved).not.toHaveProperty('changed');
    expect(saved?.aside).toEqual({ haustier: 'Katze' });
  });
});
