import { newId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addFile, deleteDraft, listDrafts, openDraft, readFile, removeFile, saveDraft } from './drafts.ts';
import { listEntries } from './outbox.store.ts';
import { enqueueSubmission } from './outbox.ts';
import { expireSession, forgetOwner, rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone, restartPhone } from './testing.ts';

beforeEach(emptyPhone);
const photo = () => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 9])], { type: 'image/jpeg' });

describe('a draft', () => {
  test('survives closing the app', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    await restartPhone();
    expect(await openDraft('wohnsitz-anmelden')).toEqual(draft);
    expect(await openDraft('hund-anmelden')).toBeUndefined();
  });

  test('opens the newest of a service', async () => {
    await saveDraft(aDraft({ page: 'old' }));
    await saveDraft(aDraft({ page: 'new', updatedAt: '2026-11-23T11:00:00.000Z' }));
    expect((await openDraft('wohnsitz-anmelden'))?.page).toBe('new');
  });

  test('that was deleted is not brought back by a late write', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    await deleteDraft(draft.id);
    await saveDraft(draft);
    expect(await listDrafts()).toEqual([]);
  });

  test('that was submitted is not brought back by a late write', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    await enqueueSubmission(draft, { language: 'de' });
    await saveDraft({ ...draft, page: 'late' });
    expect(await listDrafts()).toEqual([]);
    expect(await listEntries()).toHaveLength(1);
  });

  test('asks the browser to keep the storage, once something is in it', async () => {
    const persist = vi.fn(async () => true);
    vi.stubGlobal('navigator', { storage: { persist, persisted: async () => false } });
    await saveDraft(aDraft());
    await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce());
    vi.unstubAllGlobals();
  });
});

describe('a captured file', () => {
  test('belongs to its draft at once and is read back byte by byte after a restart', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    const file = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    await restartPhone();
    expect((await openDraft(draft.serviceSlug))?.files).toEqual({ confirmation: [file] });
    const blob = await readFile(file.documentId);
    expect(blob?.type).toBe('image/jpeg');
    expect(await blob?.bytes()).toEqual(await photo().bytes());
  });

  test('goes from the draft and the phone when it is removed', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    const file = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    const second = await addFile(draft.id, 'confirmation', photo(), 'foto2.jpg');
    await removeFile(file.documentId);
    expect(await readFile(file.documentId)).toBeUndefined();
    expect((await openDraft(draft.serviceSlug))?.files).toEqual({ confirmation: [second] });
  });

  test('goes with its draft', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    const file = await addFile(draft.id, 'confirmation', photo(), 'foto.jpg');
    await deleteDraft(draft.id);
    expect(await readFile(file.documentId)).toBeUndefined();
  });
});

describe('two windows of one form', () => {
  const older = aDraft();
  const at = (minute: number) => `2026-11-23T11:${String(minute).padStart(2, '0')}:00.000Z`;
  const types = (minute: number) =>
    saveDraft({
      ...older,
      answers: { ...older.answers, town: 'Jena' },
      stamps: { town: at(minute) },
      updatedAt: at(minute),
    });
  const namesHere = async () =>
    Object.values((await openDraft('wohnsitz-anmelden'))?.files ?? {}).flatMap((files) =>
      files.map(({ name }) => name),
    );

  test('the older one keeps a photograph that the other took meanwhile', async () => {
    await saveDraft(older);
    await addFile(older.id, 'confirmation', photo(), 'foto.jpg');
    const shown = await types(1);
    expect(await namesHere()).toEqual(['foto.jpg']);
    expect(shown?.files['confirmation']).toHaveLength(1);
  });

  test('the older one does not bring back what the other removed', async () => {
    await saveDraft(older);
    const file = await addFile(older.id, 'confirmation', photo(), 'foto.jpg');
    const here = { ...older, files: { confirmation: [file] } };
    await saveDraft(here);
    await removeFile(file.documentId);
    await saveDraft({ ...here, answers: { town: 'Jena' }, stamps: { town: at(2) }, updatedAt: at(2) });
    expect(await namesHere()).toEqual([]);
  });

  test('of papers from the vault the newer choice stands, also when it is none', async () => {
    const paper = (name: string) => ({
      documentId: newId<'document'>(),
      name,
      mediaType: 'application/pdf',
      bytes: 9,
      addedAt: at(0),
      inVault: true as const,
    });
    const [lease, letter] = [paper('Mietvertrag'), paper('Brief')];
    await saveDraft({ ...older, files: { confirmation: [lease] }, stamps: { confirmation: at(1) } });
    await saveDraft({ ...older, files: { confirmation: [letter] }, stamps: { confirmation: at(3) } });
    await saveDraft({ ...older, files: { confirmation: [lease] }, stamps: { confirmation: at(2) } });
    expect(await namesHere()).toEqual(['Brief']);
    await saveDraft({ ...older, files: { confirmation: [] }, stamps: { confirmation: at(4) } });
    expect(await namesHere()).toEqual([]);
  });
});

describe('who sees what on a shared phone', () => {
  test('one account never sees another’s drafts, files or submissions', async () => {
    await rememberOwner(account(1));
    const [kept, sent] = [aDraft(), aDraft()];
    await saveDraft(kept);
    await saveDraft(sent);
    const file = await addFile(kept.id, 'confirmation', photo(), 'foto.jpg');
    await enqueueSubmission(sent, { language: 'de' });

    await rememberOwner(account(2));
    expect([await listDrafts(), await listEntries(), await readFile(file.documentId)]).toEqual([
      [],
      [],
      undefined,
    ]);
    await forgetOwner();
    expect([await listDrafts(), await listEntries(), await readFile(file.documentId)]).toEqual([
      [],
      [],
      undefined,
    ]);
    await rememberOwner(account(1));
    expect(await listDrafts()).toHaveLength(1);
    expect(await listEntries()).toHaveLength(1);
  });

  test('what was made before a login is seen by whoever holds the phone', async () => {
    await saveDraft(aDraft());
    await rememberOwner(account(1));
    expect(await listDrafts()).toHaveLength(1);
  });

  test('what is made after a session expired belongs to the device: someone else may hold the phone', async () => {
    await rememberOwner(account(1));
    const before = aDraft();
    await saveDraft(before);
    await expireSession();
    const after = aDraft({ serviceSlug: 'hund-anmelden' });
    await saveDraft(after);
    expect(await listDrafts()).toHaveLength(2);
    await rememberOwner(account(2));
    expect(await listDrafts()).toEqual([after]);
    await rememberOwner(account(1));
    expect(await listDrafts()).toHaveLength(2);
  });

  test('a draft of the device belongs to the account that goes on writing it', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    await rememberOwner(account(1));
    await saveDraft({ ...draft, page: 'next' });
    await rememberOwner(account(2));
    expect(await listDrafts()).toEqual([]);
  });
});
