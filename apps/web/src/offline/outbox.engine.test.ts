import type { Receipt, SubmitInput } from '@jena/shared/cases';
import { type AccountId, type DocumentId, type IdempotencyKey, idFromBytes } from '@jena/shared/kernel';
import type { DocumentState } from '@jena/shared/vault';
import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, type Draft, openDraft, readFile, saveDraft } from './drafts.ts';
import { driveEntry } from './outbox.drive.ts';
import { createOutbox, type OutboxDeps } from './outbox.engine.ts';
import { listEntries } from './outbox.store.ts';
import { discardSubmission, editAgain, enqueueSubmission, retrySubmission } from './outbox.ts';
import { rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone, restartPhone, seededRandom } from './testing.ts';
import type { UploadJob, UploadResult } from './uploads.ts';

beforeEach(emptyPhone);

type StoredUpload = { total: number; received: number; state: DocumentState; refusal: string | null };

/** What the BFF promises, in memory: idempotent submission, resumable uploads by document id. */
function server() {
  const cases = new Map<IdempotencyKey, { receipt: Receipt; input: SubmitInput }>();
  const uploads = new Map<DocumentId, StoredUpload>();
  let number = 0;
  const fail = (httpStatus: number, appCode?: string) =>
    Object.assign(new Error('refused'), { data: { httpStatus, appCode } });
  return {
    cases,
    uploads,
    fail,
    async submit(input: SubmitInput): Promise<Receipt> {
      const known = cases.get(input.idempotencyKey);
      if (known) return known.receipt;
      for (const { documentId } of input.attachments) {
        if (uploads.get(documentId)?.state !== 'available') throw fail(409, 'cases.attachment_not_ready');
      }
      number += 1;
      const bytes = new Uint8Array(16);
      new DataView(bytes.buffer).setUint32(0, number);
      const receipt = {
        caseId: idFromBytes<'case'>(bytes),
        reference: `J-${number}`,
        submittedAt: '2026-11-23T10:00:00.000Z',
      } as Receipt;
      cases.set(input.idempotencyKey, { receipt, input });
      return receipt;
    },
    async documentState(documentId: DocumentId) {
      const upload = uploads.get(documentId);
      if (!upload) throw fail(404, 'vault.not_found');
      const { state, refusal } = upload;
      if (state === 'checking') upload.state = 'available';
      return { state, refusal };
    },
    async sendFile({ endpoint, file, content, onUrl, onProgress }: UploadJob): Promise<UploadResult> {
      const { documentId } = file;
      if (!file.url && uploads.has(documentId)) return { kind: 'exists' };
      const upload = uploads.get(documentId) ?? {
        total: content.size,
        received: 0,
        state: 'uploading',
        refusal: null,
      };
      uploads.set(documentId, upload);
      onUrl(`${endpoint}${documentId}`);
      upload.received = upload.total;
      upload.state = 'checking';
      onProgress(upload.total);
      return { kind: 'sent' };
    },
  };
}

type Server = ReturnType<typeof server>;

function outboxFor(city: Server, given: Partial<OutboxDeps> = {}) {
  return createOutbox({
    submit: city.submit,
    documentState: city.documentState,
    sendFile: city.sendFile,
    uploadEndpoint: '/uploads/',
    now: () => new Date('2026-11-23T10:00:00.000Z'),
    random: () => 0.5,
    ...given,
  });
}

async function draftWithPhoto(): Promise<Draft> {
  const draft = aDraft();
  await saveDraft(draft);
  await addFile(
    draft.id,
    'confirmation',
    new Blob([new Uint8Array(500)], { type: 'image/jpeg' }),
    'foto.jpg',
  );
  return (await openDraft(draft.serviceSlug)) ?? draft;
}

async function flushUntilStill(outbox: ReturnType<typeof outboxFor>): Promise<void> {
  for (let round = 0; round < 5; round++) await outbox.flush({ urgent: true });
}

const states = async () => (await listEntries()).map((entry) => entry.state.kind);

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
    await outbox.login(account(1));
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
    expect(entry?.draft.answers).toEqual({});
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
    await outbox.login(account(1));
    expect(await states()).toEqual(['done']);
  });

  test('of one account is never sent in the name of another', async () => {
    const city = server();
    await rememberOwner(account(1));
    await enqueueSubmission(aDraft(), { language: 'de' });
    const outbox = outboxFor(city);
    await outbox.login(account(2));
    await flushUntilStill(outbox);
    expect(city.cases.size).toBe(0);
    await outbox.login(account(1));
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
    await outboxFor(city).login(account(2));
    expect([...city.cases.values()].map(({ input }) => input.answers.familyName)).toEqual(['Gast']);
  });

  test('that the office refuses stays as a problem, can be changed and sent again', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(aDraft(), { language: 'de' });
    const refuse: OutboxDeps['submit'] = () => Promise.reject(city.fail(400, 'cases.answers_invalid'));
    await outboxFor(city, { submit: refuse }).flush();
    expect((await listEntries())[0]?.state).toMatchObject({ kind: 'problem', code: 'cases.answers_invalid' });
    const draft = await editAgain(outboxId);
    expect(draft?.answers).toEqual({ familyName: 'Muster' });
    expect(await openDraft('wohnsitz-anmelden')).toEqual(draft);
    await enqueueSubmission(draft ?? aDraft(), { language: 'de' });
    await outboxFor(city).flush();
    expect(city.cases.size).toBe(1);
  });

  test('can be tried again as it is after a problem', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { outboxId } = await enqueueSubmission(aDraft(), { language: 'de' });
    await outboxFor(city, { submit: () => Promise.reject(city.fail(403, 'platform.forbidden')) }).flush();
    await retrySubmission(outboxId);
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
    expect(await discardSubmission(outboxId)).toBe(true);
    expect(await listEntries()).toEqual([]);
    expect(await readFile(draft.files.confirmation?.[0]?.documentId as DocumentId)).toBeUndefined();
  });
});

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

describe('a hard week', () => {
  test('200 applications with 3 files each, with kills, lost answers and bad servers: none lost, none doubled, none seen by others', async () => {
    const chance = seededRandom(2026);
    const city = server();
    const people: AccountId[] = [account(1), account(2), account(3)];
    const wanted = new Map<string, AccountId>();
    for (let number = 0; number < 200; number++) {
      const person = people[number % people.length] as AccountId;
      await rememberOwner(person);
      const draft = aDraft({ answers: { familyName: `Person ${number}` } });
      await saveDraft(draft);
      const files = [];
      for (let page = 0; page < 3; page++) {
        files.push(
          await addFile(draft.id, 'confirmation', new Blob([new Uint8Array(50)]), `${number}-${page}.jpg`),
        );
      }
      await enqueueSubmission({ ...draft, files: { confirmation: files } }, { language: 'de' });
      wanted.set(`Person ${number}`, person);
    }

    const submittedBy = new Map<string, AccountId>();
    let clock = Date.parse('2026-11-23T10:00:00.000Z');
    for (let round = 0; round < 400 && city.cases.size < 200; round++) {
      const person = people[round % people.length] as AccountId;
      await rememberOwner(person);
      const phone = { dead: false };
      const never = new Promise<never>(() => undefined);
      /** Lets a call through, breaks it before, breaks it after, or kills the phone on either side. */
      const risky = async <T>(call: () => Promise<T>, broken: () => T): Promise<T> => {
        const fate = chance();
        if (phone.dead) return never;
        if (fate < 0.02) phone.dead = true;
        else if (fate < 0.06) return broken();
        if (phone.dead) return never;
        const result = await call();
        if (fate > 0.98) phone.dead = true;
        else if (fate > 0.94) return broken();
        return phone.dead ? never : result;
      };
      const lost = (): never => {
        throw chance() < 0.5 ? new TypeError('Failed to fetch') : city.fail(502);
      };
      clock += 600_000;
      const deps = {
        uploadEndpoint: '/uploads/',
        now: () => new Date(clock),
        random: chance,
        online: () => chance() > 0.02,
        documentState: (id: DocumentId) => risky(() => city.documentState(id), lost),
        sendFile: (job: UploadJob) =>
          risky<UploadResult>(
            () => city.sendFile(job),
            () => ({ kind: 'failed', failure: { kind: 'offline' } }),
          ),
        submit: (input: SubmitInput) =>
          risky(async () => {
            const receipt = await city.submit(input);
            submittedBy.set(String(input.answers.familyName), person);
            return receipt;
          }, lost),
      };
      for (const { id, owner } of await listEntries()) {
        expect(owner).toBe(person);
        await Promise.race([driveEntry(id, deps, true), untilDead(phone)]);
        if (phone.dead) break;
      }
      await restartPhone();
    }

    expect(city.cases.size).toBe(200);
    const names = [...city.cases.values()].map(({ input }) => String(input.answers.familyName));
    expect(new Set(names).size).toBe(200);
    expect(submittedBy).toEqual(wanted);
    expect(city.uploads.size).toBe(600);
  }, 120_000);
});

async function untilDead(phone: { dead: boolean }): Promise<void> {
  while (!phone.dead) await new Promise((resolve) => setTimeout(resolve, 1));
}
