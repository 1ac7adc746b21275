import type { AddEvidenceInput } from '@jena/shared/cases';
import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, forgetFiles, listFiles, readFile } from './drafts.ts';
import { listEntries } from './outbox.store.ts';
import { anEvidenceRequest, flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { discard, editAgain, enqueueEvidence, toItem } from './outbox.ts';
import { expireSession, rememberOwner } from './owner.ts';
import { account, emptyPhone, restartPhone } from './testing.ts';

beforeEach(async () => {
  await emptyPhone();
  await rememberOwner(account(1));
});

const request = anEvidenceRequest();
const language = { language: 'de' } as const;

async function photograph(name = 'foto.jpg') {
  const picture = new Blob([new Uint8Array(500)], { type: 'image/jpeg' });
  return addFile(request.evidenceRequestId, request.field, picture, name);
}

describe('a paper that a caseworker asked for', () => {
  test('lies on the phone from the moment it is taken', async () => {
    const photo = await photograph();
    await restartPhone();
    expect(await listFiles(request.evidenceRequestId)).toEqual([photo]);
  });

  test('handed in offline arrives once after the app was closed and the network is back', async () => {
    const city = server();
    const photo = await photograph();
    await enqueueEvidence(request, [photo], language);
    await outboxFor(city, { online: () => false }).flush();
    expect(await states()).toEqual(['waiting_for_network']);
    await restartPhone();
    await flushUntilStill(outboxFor(city));
    expect(await states()).toEqual(['done']);
    const { caseId, evidenceRequestId } = request;
    expect([...city.evidence.values()]).toEqual([
      { idempotencyKey: expect.any(String), caseId, evidenceRequestId, documentIds: [photo.documentId] },
    ]);
    expect(await readFile(photo.documentId)).toBeUndefined();
  });

  test('handed in five times at once is one entry with one key', async () => {
    const photo = await photograph();
    const taps = await Promise.all(
      Array.from({ length: 5 }, () => enqueueEvidence(request, [photo], language)),
    );
    expect(new Set(taps.map((tap) => tap.outboxId)).size).toBe(1);
  });

  test('whose answer got lost is sent again with the same key', async () => {
    const city = server();
    await enqueueEvidence(request, [await photograph()], language);
    const keys: string[] = [];
    const outbox = outboxFor(city, {
      addEvidence: async (input: AddEvidenceInput) => {
        keys.push(input.idempotencyKey);
        await city.addEvidence(input);
        if (keys.length === 1) throw new TypeError('Failed to fetch');
      },
    });
    while (keys.length === 0) await outbox.flush({ urgent: true });
    const [lost] = await listEntries();
    expect(lost && toItem(lost)).toMatchObject({ mayEdit: false, caseId: request.caseId });
    await restartPhone();
    await outbox.flush({ urgent: true });
    expect(await states()).toEqual(['done']);
    expect([keys.length, new Set(keys).size, city.evidence.size]).toEqual([2, 1, 1]);
  });

  test('that the server refuses can be taken back; the photographs wait where they were taken', async () => {
    const photo = await photograph();
    const { outboxId } = await enqueueEvidence(request, [photo], language);
    const documentState = async () => ({ state: 'refused', refusal: 'vault.damaged' }) as const;
    await flushUntilStill(outboxFor(server(), { documentState }));
    expect((await listEntries())[0]?.state).toEqual({
      kind: 'problem',
      code: 'vault.damaged',
      file: 'foto.jpg',
    });
    expect(await editAgain(outboxId)).toEqual({ kind: 'evidence', evidence: request });
    expect(await listEntries()).toEqual([]);
    expect(await listFiles(request.evidenceRequestId)).toEqual([photo]);
  });

  test('thrown away takes its photographs along, and can be handed in anew', async () => {
    const city = server();
    const { outboxId } = await enqueueEvidence(request, [await photograph()], language);
    expect(await discard(outboxId)).toBe(true);
    expect(await listFiles(request.evidenceRequestId)).toEqual([]);
    await enqueueEvidence(request, [await photograph()], language);
    await flushUntilStill(outboxFor(city));
    expect(city.evidence.size).toBe(1);
  });

  test('of an expired session waits for its own person, whoever logs in first', async () => {
    const city = server();
    await expireSession();
    await enqueueEvidence(request, [await photograph()], language);
    const outbox = outboxFor(city);
    await outbox.login(account(2), { byCard: false });
    await flushUntilStill(outbox);
    expect(city.evidence.size).toBe(0);
    await outbox.login(account(1), { byCard: false });
    await flushUntilStill(outbox);
    expect(city.evidence.size).toBe(1);
  });

  test('that came another way leaves no photographs behind', async () => {
    const photo = await photograph();
    await forgetFiles(request.evidenceRequestId);
    expect(await readFile(photo.documentId)).toBeUndefined();
  });
});
