import { newId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { anAccount, at, login, slug, twoPhones, writes } from './draft-sync.testing.ts';
import { addFile, type Draft, deleteDraft, listDrafts, openDraft, readFile, saveDraft } from './drafts.ts';
import { outboxDatabase } from './outbox.db.ts';
import { enqueueSubmission } from './outbox.ts';
import { forgetOwner } from './owner.ts';
import { aDraft } from './testing.ts';

let server: ReturnType<typeof anAccount>;
let devices: Awaited<ReturnType<typeof twoPhones>>;
beforeEach(async () => {
  server = anAccount();
  devices = await twoPhones(server);
});

describe('a draft begun on the phone', () => {
  test('is on the laptop too, at the page where it stopped, and stays where it is through a logout', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1, { page: 'kontakt' });
    await sync();
    await take('laptop');
    await sync();
    expect(await openDraft(slug)).toMatchObject({ answers: { familienname: 'Okonkwo' }, page: 'kontakt' });
    await forgetOwner();
    expect(await listDrafts()).toEqual([]);
    await login();
    expect(await openDraft(slug)).toMatchObject({ answers: { familienname: 'Okonkwo' } });
  });

  test('before the login stays on the phone; with the login it goes to the account', async () => {
    await forgetOwner();
    await writes('familienname', 'Okonkwo', 1);
    await devices.sync();
    expect(server.drafts.size).toBe(0);
    await login();
    await devices.sync();
    expect(server.only().body.answers).toEqual({ familienname: 'Okonkwo' });
    await forgetOwner();
    expect(await listDrafts()).toEqual([]);
  });

  test('without a network waits, and goes when the network is back', async () => {
    server.goAway(true);
    await writes('familienname', 'Okonkwo', 1);
    await devices.sync();
    server.goAway(false);
    await devices.sync();
    expect(server.only().revision).toBe(1);
    await devices.sync();
    expect(server.only().revision).toBe(1);
  });

  test('is one with the one that waits in the account when it was begun twice', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    await take('laptop');
    await writes('geburtsort', 'Gera', 2);
    await sync();
    expect(server.drafts.size).toBe(1);
    expect(server.only().body.answers).toEqual({ familienname: 'Okonkwo', geburtsort: 'Gera' });
    expect(await listDrafts()).toHaveLength(1);
  });

  test('before a login joins the one that lies on the phone already, with its photographs', async () => {
    await writes('familienname', 'Okonkwo', 1);
    await devices.sync();
    await forgetOwner();
    const twin = aDraft({ answers: { geburtsort: 'Gera' }, stamps: { geburtsort: at(2) }, updatedAt: at(2) });
    await saveDraft(twin);
    const photo = await addFile(twin.id, 'nachweis', new Blob([new Uint8Array([1, 2])]), 'foto.jpg');
    await login();
    await devices.sync();
    const [draft, ...others] = await listDrafts();
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      answers: { familienname: 'Okonkwo', geburtsort: 'Gera' },
      files: { nachweis: [{ name: 'foto.jpg' }] },
    });
    expect((await readFile(photo.documentId))?.size).toBe(2);
    expect(server.only().body.answers).toEqual(draft?.answers);
  });
});

describe('two devices at once', () => {
  test('keep both answers; of two to one question the newer stands, and the other is named', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    await take('laptop');
    await sync();
    await writes('familienname', 'Okonkwo-Meier', 5);
    await sync();
    await take('phone');
    await writes('familienname', 'Okonkwo Meier', 3);
    await writes('geburtsort', 'Gera', 4);
    await sync();
    const here = await openDraft(slug);
    expect(here?.answers).toEqual({ familienname: 'Okonkwo-Meier', geburtsort: 'Gera' });
    expect(here?.replaced).toEqual([{ field: 'familienname', answer: 'Okonkwo Meier', at: at(30) }]);
    await take('laptop');
    await sync();
    expect((await openDraft(slug))?.answers).toEqual(here?.answers);
  });

  test('come to rest: once they agree nothing is written any more', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    for (const which of ['laptop', 'phone', 'laptop', 'phone'] as const) {
      await take(which);
      await writes(`von-${which}`, 'ja', 2);
      await sync();
    }
    const { revision } = server.only();
    for (const which of ['laptop', 'phone', 'laptop', 'phone'] as const) {
      await take(which);
      await sync();
    }
    expect(server.only().revision).toBe(revision);
  });

  test('what was typed while the account answered is not lost', async () => {
    await writes('familienname', 'Okonkwo', 1);
    const { save } = server.door;
    server.door.save = async (input) => {
      const saved = await save(input);
      server.door.save = save;
      await writes('geburtsort', 'Gera', 2);
      return saved;
    };
    await devices.sync();
    expect((await openDraft(slug))?.answers).toEqual({ familienname: 'Okonkwo', geburtsort: 'Gera' });
    await devices.sync();
    expect(server.only().body.answers).toEqual({ familienname: 'Okonkwo', geburtsort: 'Gera' });
  });
});

describe('a draft that went', () => {
  test('because it was handed in goes from the other device too', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    await take('laptop');
    await sync();
    await take('phone');
    const draft = (await openDraft(slug)) as Draft;
    await enqueueSubmission(draft, { language: 'de' });
    await sync();
    // Not before it has arrived: until then the laptop still has it.
    expect(server.drafts.size).toBe(1);
    expect(await listDrafts()).toEqual([]);
    await outboxDatabase.run((db) => db.clear('entries'));
    await outboxDatabase.run((db) => db.put('meta', 'submitted', `closing:${draft.server?.id}`));
    await sync();
    expect(server.drafts.size).toBe(0);
    await take('laptop');
    await sync();
    expect(await listDrafts()).toEqual([]);
  });

  test('because it was deleted offline is deleted in the account later, and does not come back', async () => {
    await writes('familienname', 'Okonkwo', 1);
    await devices.sync();
    await deleteDraft(((await openDraft(slug)) as Draft).id);
    await devices.sync();
    expect(server.closed).toHaveLength(1);
    expect(await listDrafts()).toEqual([]);
  });

  test('stays where somebody has gone on with it, and begins anew in the account', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    await take('laptop');
    await sync();
    await writes('geburtsort', 'Gera', 2);
    await take('phone');
    await deleteDraft(((await openDraft(slug)) as Draft).id);
    await sync();
    await take('laptop');
    await sync();
    expect((await openDraft(slug))?.answers).toEqual({ familienname: 'Okonkwo', geburtsort: 'Gera' });
    expect(server.only()).toMatchObject({ revision: 1, body: { answers: { geburtsort: 'Gera' } } });
  });
});

test('photographs stay on their phone; the laptop knows that there are some, and vault papers travel', async () => {
  const { take, sync } = devices;
  await writes('familienname', 'Okonkwo', 1);
  const draft = (await openDraft(slug)) as Draft;
  await addFile(draft.id, 'nachweis', new Blob([new Uint8Array([1])]), 'foto.jpg');
  const kept = {
    documentId: newId<'document'>(),
    name: 'Mietvertrag',
    mediaType: 'application/pdf',
    bytes: 1,
  };
  const inVault = { ...kept, addedAt: at(1), inVault: true as const };
  const stored = (await openDraft(slug)) as Draft;
  await saveDraft({ ...stored, files: { ...stored.files, vertrag: [inVault] }, updatedAt: at(2) });
  await sync();
  await take('laptop');
  await sync();
  const there = await openDraft(slug);
  expect(there?.files).toEqual({ vertrag: [inVault] });
  expect(Object.values(there?.elsewhere ?? {})).toEqual([[{ field: 'nachweis', name: 'foto.jpg' }]]);
  await writes('geburtsort', 'Gera', 3);
  await sync();
  await take('phone');
  await sync();
  expect((await openDraft(slug))?.files.nachweis).toHaveLength(1);
  expect((await openDraft(slug))?.elsewhere).toEqual({});
});
