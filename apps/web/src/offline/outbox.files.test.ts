import type { DocumentId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { listEntries } from './outbox.store.ts';
import { draftWithPhoto, flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { enqueueSubmission, pause, resume } from './outbox.ts';
import { rememberOwner } from './owner.ts';
import { account, emptyPhone } from './testing.ts';

beforeEach(emptyPhone);

describe('a file', () => {
  test('that the server refuses is named in the problem', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    const outbox = outboxFor(city, {
      documentState: async () => ({ state: 'refused', refusal: 'vault.not_a_picture_or_pdf' }),
    });
    await flushUntilStill(outbox);
    expect((await listEntries())[0]?.state).toEqual({
      kind: 'problem',
      code: 'vault.not_a_picture_or_pdf',
      file: 'foto.jpg',
    });
    expect(city.cases.size).toBe(0);
  });

  test('that the person pauses stops where it is, stays so, and goes on when they say so', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    let tries = 0;
    const outbox = outboxFor(city, {
      async sendFile(job) {
        tries += 1;
        if (tries > 1) return city.sendFile(job);
        job.onProgress(200);
        void pause(outboxId);
        await new Promise((stopped) => job.signal?.addEventListener('abort', stopped));
        return { kind: 'failed', failure: { kind: 'offline' } };
      },
    });
    await outbox.flush({ urgent: true });
    await outbox.flush({ urgent: true });
    const [paused] = await listEntries();
    expect([paused?.state, paused?.files[0]?.sent, tries]).toEqual([{ kind: 'paused' }, 200, 1]);
    await resume(outboxId);
    await flushUntilStill(outbox);
    expect([await states(), tries, city.cases.size]).toEqual([['done'], 2, 1]);
  });

  test('that has travelled cannot be paused: what is left is a moment’s work', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    await flushUntilStill(outboxFor(city));
    await pause(outboxId);
    expect(await states()).toEqual(['done']);
  });

  test('that the server has already is looked at and used', async () => {
    const city = server();
    await rememberOwner(account(1));
    const draft = await draftWithPhoto();
    const documentId = draft.files.confirmation?.[0]?.documentId as DocumentId;
    city.uploads.set(documentId, { total: 500, received: 500, state: 'checking', refusal: null });
    await enqueueSubmission(draft, { language: 'de' });
    await flushUntilStill(outboxFor(city));
    expect(await states()).toEqual(['done']);
    expect(city.uploads.size).toBe(1);
  });

  test('that the server lost is sent again', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    let forgetful = true;
    const outbox = outboxFor(city, {
      documentState: async (documentId) => {
        if (forgetful) {
          forgetful = false;
          city.uploads.delete(documentId);
        }
        return city.documentState(documentId);
      },
    });
    await flushUntilStill(outbox);
    expect(await states()).toEqual(['done']);
  });
});
