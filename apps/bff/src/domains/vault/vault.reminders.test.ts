import { type Day, type Instant, newId } from '@jena/shared/kernel';
import { type DocumentDetails, noDetails } from '@jena/shared/vault';
import { afterEach, expect, it } from 'vitest';
import { citizenActor, testContext } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createVaultRouter } from './index.ts';
import { handOverDocuments } from './vault.leave.ts';
import { removedMinutes } from './vault.policy.ts';
import { remind } from './vault.reminders.ts';
import { harmlessPdf, openTestVault, type TestVault, upload } from './vault.testing.ts';

const erika = citizenActor();
const key = () => ({ idempotencyKey: newId<'idempotency'>() });
const card = (validUntil: string | null, change: Partial<DocumentDetails> = {}): DocumentDetails => ({
  ...noDetails,
  type: 'identity_card',
  validUntil: validUntil as Day | null,
  ...change,
});

/** Today is Monday, 23 November 2026; at 9 in Jena it is 8 o'clock UTC in winter, 7 in summer. */
describeOnBothDialects('reminders that a document ends', (open) => {
  let test: TestVault;
  afterEach(() => test.close());

  async function withCard() {
    const store = await open();
    test = await openTestVault(store);
    const routes = createVaultRouter({ ...test.vault, isUsed: async () => false });
    const door = createCallerFactory(routes)(testContext(store, { actor: erika }));
    const documentId = await upload(test, {
      content: harmlessPdf,
      type: 'application/pdf',
      ownerId: erika.accountId,
    });
    await test.jobs.drain();
    const says = (details: DocumentDetails) =>
      door.describe({ ...key(), documentId, name: 'Mein Ausweis', details });
    return { store, door, documentId, says };
  }

  /** What the owner was told up to a moment, and forgets it. */
  async function toldBy(instant: string) {
    test.clock.set(instant);
    await test.jobs.drain();
    return test.told.splice(0).map(({ type }) => type);
  }
  const planned = async () =>
    (await test.vault.store.read.select().from(test.vault.store.tables.platformJobs))
      .filter(({ kind, state }) => kind === 'vault.remind' && state === 'waiting')
      .map(({ runAt }) => runAt)
      .sort();

  it('come eight weeks and two weeks before the last day of a card, and on the morning after it', async () => {
    const { says, documentId } = await withCard();
    await says(card('2027-06-30'));
    expect(await toldBy('2027-05-05T06:59:59.000Z')).toEqual([]);
    test.clock.set('2027-05-05T07:00:00.000Z');
    await test.jobs.drain();
    expect(test.told).toEqual([
      {
        accountId: erika.accountId,
        type: 'document_expires',
        documentId,
        caseId: null,
        caseReference: null,
        serviceSlug: null,
        at: '2027-05-05T07:00:00.000Z',
        key: `vault.remind:${documentId}:2027-05-05T07:00:00.000Z`,
      },
    ]);
    test.told.splice(0);
    expect(await toldBy('2027-06-16T07:00:00.000Z')).toEqual(['document_expires']);
    expect(await toldBy('2027-06-30T22:00:00.000Z')).toEqual([]);
    expect(await toldBy('2027-07-01T07:00:00.000Z')).toEqual(['document_expired']);
    expect(await toldBy('2028-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('come as early as a kind of paper needs it: a residence permit twelve weeks ahead', async () => {
    const { says } = await withCard();
    await says(card('2027-06-30', { type: 'residence_permit' }));
    expect(await planned()).toEqual([
      '2027-04-07T07:00:00.000Z',
      '2027-05-05T07:00:00.000Z',
      '2027-07-01T07:00:00.000Z',
    ]);
    await says(card('2027-06-30', { type: 'health_insurance' }));
    expect(await planned()).toEqual([
      '2027-06-02T07:00:00.000Z',
      '2027-06-23T07:00:00.000Z',
      '2027-07-01T07:00:00.000Z',
    ]);
  });

  it('are planned once, however often the same is said', async () => {
    const { says } = await withCard();
    await says(card('2027-06-30'));
    await says(card('2027-06-30', { issuer: 'Stadt Jena' }));
    expect((await planned()).length).toBe(3);
    expect(await toldBy('2027-05-05T07:00:00.000Z')).toEqual(['document_expires']);
    await says(card('2027-06-30'));
    expect(await toldBy('2027-05-06T07:00:00.000Z')).toEqual([]);
  });

  it('move with the validity, and come for no day that is past', async () => {
    const { says } = await withCard();
    await says(card('2027-06-30'));
    await says(card('2026-12-31'));
    expect(await planned()).toEqual(['2026-12-17T08:00:00.000Z', '2027-01-01T08:00:00.000Z']);
    await says(card('2026-11-01'));
    expect(await planned()).toEqual([]);
  });

  it('stop when the validity is taken away, or the person wants none', async () => {
    const { says } = await withCard();
    await says(card('2027-06-30'));
    await says(card(null));
    expect(await planned()).toEqual([]);
    await says(card('2027-06-30'));
    await says(card('2027-06-30', { remind: false }));
    expect(await planned()).toEqual([]);
    await says(card('2027-06-30'));
    expect((await planned()).length).toBe(3);
  });

  it('stop with a document that was thrown away, and go on when it is taken back', async () => {
    const { says, door, documentId } = await withCard();
    await says(card('2027-06-30'));
    await door.remove({ ...key(), documentId });
    expect(await planned()).toEqual([]);
    await door.restore({ ...key(), documentId });
    expect((await planned()).length).toBe(3);
    await door.remove({ ...key(), documentId });
    test.clock.advance(removedMinutes * 60_000);
    await test.jobs.drain();
    await remind(test.vault, { documentId, at: '2027-05-05T07:00:00.000Z' as Instant });
    expect(test.told).toEqual([]);
  });

  it('tell the last one alone when the product stood still over several', async () => {
    const { says } = await withCard();
    await says(card('2027-06-30'));
    expect(await toldBy('2027-08-01T00:00:00.000Z')).toEqual(['document_expired']);
  });

  it('stay away when a job comes that an earlier validity planned', async () => {
    const { says, documentId } = await withCard();
    await says(card('2027-06-30'));
    const at = '2027-05-05T07:00:00.000Z' as Instant;
    expect(await planned()).toContain(at);
    await says(card('2027-09-30'));
    test.clock.set(at);
    await remind(test.vault, { documentId, at });
    expect(test.told).toEqual([]);
  });

  it('do not go to whoever keeps a file after its owner left', async () => {
    const { says, documentId, store } = await withCard();
    await says(card('2027-06-30'));
    const heir = newId<'account'>();
    await store.transaction((tx) =>
      handOverDocuments(test.vault, tx, { ids: [documentId], from: erika.accountId, heir }),
    );
    expect(await planned()).toEqual([]);
  });

  it('say in no table what ends', async () => {
    const { says, store } = await withCard();
    await says(card('2027-06-30'));
    const jobs = (await store.read.select().from(store.tables.platformJobs)).filter(
      ({ kind }) => kind === 'vault.remind',
    );
    expect(JSON.stringify(jobs)).not.toContain('identity_card');
    expect(JSON.stringify(jobs)).not.toContain('2027-06-30');
  });
});
