import { type Day, type DocumentId, newId } from '@jena/shared/kernel';
import type { DescribeInput, DocumentDetails } from '@jena/shared/vault';
import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, listFiles, readFile, saveDraft } from './drafts.ts';
import { listEntries } from './outbox.store.ts';
import { flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { discard, editAgain, enqueueForVault, enqueueSubmission } from './outbox.ts';
import { expireSession, rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone, restartPhone } from './testing.ts';

beforeEach(async () => {
  await emptyPhone();
  await rememberOwner(account(1));
});

const staging = 'vault-new';
const language = { language: 'de' } as const;
const details: DocumentDetails = {
  type: 'rental_contract',
  issuer: 'jenawohnen',
  validUntil: '2030-03-31' as Day,
  remind: true,
};

async function photograph(name = 'foto.jpg') {
  return addFile(staging, 'document', new Blob([new Uint8Array(500)], { type: 'image/jpeg' }), name);
}

async function keep(name: string) {
  const file = await photograph();
  return { file, ...(await enqueueForVault({ name, details, file }, language)) };
}

describe('a document for the vault', () => {
  test('makes room for the next one, and three of them wait side by side without a network', async () => {
    for (const name of ['Mietvertrag', 'Geburtsurkunde', 'Führerschein']) {
      await keep(name);
      expect(await listFiles(staging)).toEqual([]);
    }
    await outboxFor(server(), { online: () => false }).flush();
    expect(await states()).toEqual(Array(3).fill('waiting_for_network'));
  });

  test('arrives once with what was said about it, and then leaves nothing on the phone', async () => {
    const city = server();
    const { file } = await keep('Mietvertrag');
    await restartPhone();
    await flushUntilStill(outboxFor(city));
    expect([...city.described.values()]).toEqual([
      { idempotencyKey: expect.any(String), documentId: file.documentId, name: 'Mietvertrag', details },
    ]);
    expect(await listEntries()).toEqual([]);
    expect(await readFile(file.documentId)).toBeUndefined();
  });

  test('whose answer got lost is said again with the same key', async () => {
    const city = server();
    await keep('Mietvertrag');
    const keys: string[] = [];
    const outbox = outboxFor(city, {
      describe: async (input: DescribeInput) => {
        keys.push(input.idempotencyKey);
        await city.describe(input);
        if (keys.length === 1) throw new TypeError('Failed to fetch');
      },
    });
    while (keys.length === 0) await outbox.flush({ urgent: true });
    await restartPhone();
    await outbox.flush({ urgent: true });
    expect([keys.length, new Set(keys).size, await states()]).toEqual([2, 1, []]);
  });

  test('that the server refuses can be thrown away with its photograph, never turned into a draft', async () => {
    const { file, outboxId } = await keep('Mietvertrag');
    const documentState = async () => ({ state: 'refused', refusal: 'vault.damaged' }) as const;
    await flushUntilStill(outboxFor(server(), { documentState }));
    expect(await states()).toEqual(['problem']);
    expect(await editAgain(outboxId)).toBeUndefined();
    expect(await discard(outboxId)).toBe(true);
    expect(await readFile(file.documentId)).toBeUndefined();
  });

  test('of an expired session never lands in the vault of whoever logs in next', async () => {
    const city = server();
    await expireSession();
    const { file } = await keep('Mietvertrag');
    const outbox = outboxFor(city);
    await outbox.login(account(2), { byCard: false });
    await flushUntilStill(outbox);
    expect([city.uploads.size, await readFile(file.documentId)]).toEqual([0, undefined]);
    await outbox.login(account(1), { byCard: false });
    await flushUntilStill(outbox);
    expect(city.described.size).toBe(1);
  });
});

describe('a document taken from the vault', () => {
  const documentId = newId<'document'>() as DocumentId;
  async function handedIn() {
    const addedAt = '2026-11-23T09:00:00.000Z';
    const file = { documentId, name: 'Mietvertrag.pdf', mediaType: 'application/pdf', bytes: 9, addedAt };
    const draft = { ...aDraft(), files: { confirmation: [{ ...file, inVault: true as const }] } };
    await saveDraft(draft);
    return enqueueSubmission(draft, language);
  }

  test('is handed in without travelling again', async () => {
    const city = server();
    city.uploads.set(documentId, { total: 9, received: 9, state: 'available', refusal: null });
    let sent = 0;
    await handedIn();
    await flushUntilStill(
      outboxFor(city, {
        sendFile: async (job) => {
          sent += 1;
          return city.sendFile(job);
        },
      }),
    );
    expect([await states(), sent]).toEqual([['done'], 0]);
    expect([...city.cases.values()].map(({ input }) => input.attachments)).toEqual([
      [{ field: 'confirmation', documentId }],
    ]);
  });

  test('that was thrown away meanwhile is a problem with a way out, not an empty file', async () => {
    const city = server();
    await handedIn();
    await flushUntilStill(outboxFor(city));
    expect((await listEntries())[0]?.state).toEqual({
      kind: 'problem',
      code: 'platform.file_lost',
      file: 'Mietvertrag.pdf',
    });
    expect(city.uploads.size).toBe(0);
  });
});
