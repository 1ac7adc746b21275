import type { DocumentId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDraft, readFile, saveDraft } from './drafts.ts';
import type { OutboxDeps } from './outbox.engine.ts';
import { listEntries } from './outbox.store.ts';
import { draftWithPhoto, flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { discard, editAgain, enqueueSubmission, retry } from './outbox.ts';
import { rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone } from './testing.ts';

beforeEach(emptyPhone);

describe('a submission', () => {
  test('made offline and before a login arrives once, with its photograph, after both are there', async () => {
    const city = server();
    let online = false;
    const outbox = outboxFor(city, { online: () => online });
    await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    await outbox.flush();
    expect(await states()).toEqual(['waiting_for_network']);
    online = true;
    await outbox.flush({ urgent: true });
    expect(await states()).toEqual(['waiting_for_login']);
    await outbox.login(account(1), { byCard: false });
    await flushUntilStill(outbox);
    expect(await states()).toEqual(['done']);
    const [only] = [...city.cases.values()];
    expect(city.cases.size).toBe(1);
    expect(only?.input.attachments).toEqual([
      { field: 'confirmation', documentId: [...city.uploads.keys()][0] },
    ]);
  });

  test('that is done keeps its receipt, and the phone forgets answers and pictures', async () => {
    const city = server();
    await rememberOwner(account(1));
    const draft = await draftWithPhoto();
    await enqueueSubmission(draft, { language: 'de' });
    await flushUntilStill(outboxFor(city));
    const [entry] = await listEntries();
    expect(entry?.state).toMatchObject({ kind: 'done', receipt: { reference: 'J-1' } });
    expect(entry).toMatchObject({ draft: { answers: {} } });
    const documentId = draft.files.confirmation?.[0]?.documentId;
    expect(documentId && (await readFile(documentId))).toBeUndefined();
  });

  test('tapped five times at once is one entry with one key', async () => {
    const draft = aDraft();
    await saveDraft(draft);
    const taps = await Promise.all(
      Array.from({ length: 5 }, () => enqueueSubmission(draft, { language: 'de' })),
    );
    expect(new Set(taps.map((tap) => tap.outboxId)).size).toBe(1);
    expect(await listEntries()).toHaveLength(1);
  });

  test('flushed five times at once is submitted once', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    let calls = 0;
    const outbox = outboxFor(city, {
      submit: (input) => {
        calls++;
        return city.submit(input);
      },
    });
    await Promise.all(Array.from({ length: 5 }, () => outbox.flush({ urgent: true })));
    expect([calls, city.cases.size]).toEqual([1, 1]);
  });

  test('whose answer got lost is sent again with the same key and arrives once', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    let tries = 0;
    const outbox = outboxFor(city, {
      submit: async (input) => {
        const receipt = await city.submit(input);
        if (++tries === 1) throw new TypeError('Failed to fetch');
        return receipt;
      },
    });
    await outbox.flush();
    expect(await states()).toEqual(['waiting_for_network']);
    const [{ id } = { id: '' }] = await listEntries();
    expect(await editAgain(id)).toBeUndefined();
    await outbox.flush({ urgent: true });
    expect(await states()).toEqual(['done']);
    expect(city.cases.size).toBe(1);
  });

  test('of an expired session waits for a login, and nothing is lost', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    let loggedIn = false;
    const outbox = outboxFor(city, {
      submit: (input) => (loggedIn ? city.submit(input) : Promise.reject(city.fail(401))),
    });
    await flushUntilStill(outbox);
    expect(await states()).toEqual(['waiting_for_login']);
    loggedIn = true;
    await outbox.login(account(1), { byCard: false });
    expect(await states()).toEqual(['done']);
  });

  test('that needs the ID card waits for it, whole, through logins without; after the card it goes by itself', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(await draftWithPhoto(), { language: 'de' });
    let byCard = false;
    let refused = 0;
    const outbox = outboxFor(city, {
      submit: (input) => {
        if (byCard) return city.submit(input);
        refused++;
        return Promise.reject(city.fail(403, 'identity.level_too_low'));
      },
    });
    await flushUntilStill(outbox);
    expect(await states()).toEqual(['waiting_for_card']);
    await outbox.flush({ urgent: true });
    await outbox.login(account(1), { byCard: false });
    expect(await states()).toEqual(['waiting_for_card']);
    expect(refused, 'the server is not asked again before the card').toBe(1);
    byCard = true;
    await outbox.login(account(1), { byCard: true });
    expect(await states()).toEqual(['done']);
    const [only] = [...city.cases.values()];
    expect(only?.input.attachments).toHaveLength(1);
  });

  test('of one account is never sent in the name of another', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    const outbox = outboxFor(city);
    await outbox.login(account(2), { byCard: false });
    await flushUntilStill(outbox);
    expect(city.cases.size).toBe(0);
    await outbox.login(account(1), { byCard: false });
    expect(city.cases.size).toBe(1);
  });

  test('made after a session expired is sent in the name of whoever logs in, not of the one before', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    const outbox = outboxFor(city, { submit: () => Promise.reject(city.fail(401)) });
    await outbox.flush({ urgent: true });
    await enqueueSubmission(aDraft({ answers: { familyName: 'Gast' } }), { language: 'de' });
    await outbox.flush({ urgent: true });
    await outboxFor(city).login(account(2), { byCard: false });
    expect([...city.cases.values()].map(({ input }) => input.answers.familyName)).toEqual(['Gast']);
  });

  test('that the office refuses stays as a problem, can be changed and sent again', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(aDraft(), { language: 'de' });
    const refuse: OutboxDeps['submit'] = () => Promise.reject(city.fail(400, 'cases.answers_invalid'));
    await outboxFor(city, { submit: refuse }).flush();
    expect((await listEntries())[0]?.state).toMatchObject({ kind: 'problem', code: 'cases.answers_invalid' });
    const taken = await editAgain(outboxId);
    const draft = await openDraft('wohnsitz-anmelden');
    expect(draft?.answers).toEqual({ familyName: 'Muster' });
    expect(taken).toMatchObject({ kind: 'submission', draft: { id: draft?.id } });
    await enqueueSubmission(draft ?? aDraft(), { language: 'de' });
    await outboxFor(city).flush();
    expect(city.cases.size).toBe(1);
  });

  test('can be tried again as it is after a problem', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(aDraft(), { language: 'de' });
    await outboxFor(city, { submit: () => Promise.reject(city.fail(403, 'platform.forbidden')) }).flush();
    await retry(outboxId);
    await outboxFor(city).flush();
    expect(await states()).toEqual(['done']);
  });

  test('whose server has a bad day is tried again, not called a problem', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    await outboxFor(city, { submit: () => Promise.reject(city.fail(503)) }).flush();
    const [entry] = await listEntries();
    expect(entry?.state).toEqual({ kind: 'waiting_for_network', reason: 'server' });
    expect(entry?.retryAt).not.toBeNull();
  });

  test('that was discarded takes its files along', async () => {
    const draft = await draftWithPhoto();
    const { outboxId } = await enqueueSubmission(draft, { language: 'de' });
    expect(await discard(outboxId)).toBe(true);
    expect(await listEntries()).toEqual([]);
    expect(await readFile(draft.files.confirmation?.[0]?.documentId as DocumentId)).toBeUndefined();
  });
});
