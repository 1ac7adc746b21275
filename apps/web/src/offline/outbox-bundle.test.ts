import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, type Draft, listDrafts, listFiles, openDraft, readFile, saveDraft } from './drafts.ts';
import { outboxDatabase } from './outbox.db.ts';
import { listEntries } from './outbox.store.ts';
import { flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { discard, editAgain } from './outbox.ts';
import { type BundleCargo, enqueueBundle } from './outbox-bundle.ts';
import { rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone, restartPhone } from './testing.ts';

beforeEach(emptyPhone);

/** A bundle with one paper that both the car and the parking permit need, and a dog for later. */
async function aMove(): Promise<{ draft: Draft; cargo: BundleCargo[] }> {
  const begun = aDraft({ serviceSlug: 'umzug' });
  await saveDraft(begun);
  await addFile(begun.id, 'papers', new Blob([new Uint8Array(500)], { type: 'image/jpeg' }), 'schein.jpg');
  const draft = (await openDraft('umzug')) ?? begun;
  const part = (serviceSlug: string, more: Partial<BundleCargo> = {}): BundleCargo => ({
    ...{ serviceSlug, formVersion: 2, fingerprint: { version: 2, language: 'de', fields: {} } },
    ...{ answers: { name: serviceSlug }, page: 'first', files: {}, waits: false },
    ...more,
  });
  const files = { zb1: draft.files['papers'] ?? [] };
  return {
    draft,
    cargo: [part('car', { files }), part('parking', { files }), part('dog', { waits: true })],
  };
}

const slugs = async () =>
  (await listEntries()).map((entry) => (entry.kind === 'submission' ? entry.draft.serviceSlug : entry.kind));

describe('a bundle that is handed in', () => {
  test('goes off when the network is there, each service as a case of its own, and what waits stays a draft', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { draft, cargo } = await aMove();
    const common = await enqueueBundle(draft, cargo, { language: 'de' });
    expect(common).toEqual({ id: draft.id, slug: 'umzug' });
    await flushUntilStill(outboxFor(city, { online: () => false }));
    expect([city.cases.size, await states()]).toEqual([0, ['waiting_for_network', 'waiting_for_network']]);
    await restartPhone();

    await flushUntilStill(outboxFor(city));
    const sent = [...city.cases.values()].map(({ input }) => input);
    expect(sent.map(({ serviceSlug, bundle, answers }) => ({ serviceSlug, bundle, answers }))).toEqual([
      { serviceSlug: 'car', bundle: common, answers: { name: 'car' } },
      { serviceSlug: 'parking', bundle: common, answers: { name: 'parking' } },
    ]);
    const papers = sent.map(({ attachments }) => attachments.map(({ documentId }) => documentId));
    expect(new Set(papers.flat()).size).toBe(2);
    expect(await states()).toEqual(['done', 'done']);
    expect((await listDrafts()).map(({ serviceSlug, bundle }) => [serviceSlug, bundle])).toEqual([
      ['dog', common],
    ]);
    expect(await outboxDatabase.run((db) => db.count('files'))).toBe(0);
  });

  test('twice, by a second tap or in a second tab, is handed in once', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { draft, cargo } = await aMove();
    await Promise.all([
      enqueueBundle(draft, cargo, { language: 'de' }),
      enqueueBundle(draft, cargo, { language: 'de' }),
    ]);
    await enqueueBundle(draft, cargo, { language: 'de' });
    expect(await slugs()).toEqual(['car', 'parking']);
    expect(await listDrafts()).toHaveLength(1);
    await flushUntilStill(outboxFor(city));
    expect(city.cases.size).toBe(2);
  });

  test('holds up no part by another: one that fails or is thrown away leaves the others their papers', async () => {
    const city = server();
    await rememberOwner(account(1));
    const { draft, cargo } = await aMove();
    await enqueueBundle(draft, cargo, { language: 'de' });
    const [car, parking] = await listEntries();
    if (!car || !parking) throw new Error('nothing is on its way');
    expect(await discard(car.id)).toBe(true);
    const submit: typeof city.submit = async (input) => {
      if (input.serviceSlug === 'parking') throw city.fail(422, 'cases.answers_invalid');
      return city.submit(input);
    };
    await flushUntilStill(outboxFor(city, { submit }));
    expect(await states()).toEqual(['problem']);
    const taken = await editAgain(parking.id);
    if (taken?.kind !== 'submission') throw new Error('it cannot be changed');
    const [file] = await listFiles(taken.draft.id);
    if (!file) throw new Error('the paper is gone');
    expect((await readFile(file.documentId))?.size).toBe(500);
  });

  test('stays a draft, whole, when the phone cannot keep it', async () => {
    await rememberOwner(account(1));
    const { draft, cargo } = await aMove();
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    const broken = { ...cargo[0], answers: endless } as BundleCargo;
    await expect(enqueueBundle(draft, [...cargo, broken], { language: 'de' })).rejects.toThrow();
    expect(await listEntries()).toEqual([]);
    expect((await openDraft('umzug'))?.answers).toEqual(draft.answers);
    expect(await listFiles(draft.id)).toHaveLength(1);
  });
});
