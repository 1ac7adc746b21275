import type { AccountId, Instant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createIdentityStore } from './identity.store.ts';
import type { SamlLoginId } from './identity.tables.ts';

const at = (minute: number) => `2026-11-26T09:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const id = 'l1' as SamlLoginId;
const accountId = 'a1' as AccountId;

describeOnBothDialects('logins by BundID in the database', (open) => {
  async function openLogin() {
    const store = await open();
    const identity = createIdentityStore(store.tables);
    await store.transaction((tx) =>
      identity.addSamlLogin(tx, {
        id,
        requestHash: 'r',
        browserHash: 'b',
        provider: 'bundid',
        purpose: 'login',
        accountId: null,
        level: 'normal',
        returnTo: '/',
        answerHash: null,
        sealed: null,
        endsAt: at(10),
      }),
    );
    return { store, identity };
  }

  it('are answered once, and end once', async () => {
    const { store, identity } = await openLogin();
    const answer = (answerHash: string) =>
      store.transaction((tx) =>
        identity.answerSamlLogin(tx, id, { answerHash, sealed: Buffer.from(answerHash) }),
      );
    expect(await Promise.all([answer('x'), answer('y')])).toEqual([true, false]);
    const kept = await identity.samlLoginByAnswer(store.read, 'x');
    expect([kept?.id, kept?.sealed?.toString()]).toEqual([id, 'x']);
    expect(await identity.samlLoginByAnswer(store.read, 'y')).toBe(undefined);
    const end = () => store.transaction((tx) => identity.endSamlLogin(tx, id));
    expect(await Promise.all([end(), end()])).toEqual([true, false]);
  });

  it('remember an assertion until nobody would believe it, and are forgotten like it', async () => {
    const { store, identity } = await openLogin();
    const use = () => store.transaction((tx) => identity.useAssertion(tx, 'h', at(10)));
    expect([await use(), await use()]).toEqual([true, false]);
    await store.transaction((tx) => identity.sweepSaml(tx, at(10)));
    expect([await use(), (await identity.samlLoginByRequest(store.read, 'r'))?.id]).toEqual([false, id]);
    await store.transaction((tx) => identity.sweepSaml(tx, at(11)));
    expect([await use(), await identity.samlLoginByRequest(store.read, 'r')]).toEqual([true, undefined]);
  });

  it('lead into accounts that ask for a level, until they are taken away', async () => {
    const { store, identity } = await openLogin();
    await store.transaction(async (tx) => {
      await identity.addSamlAccount(tx, { id: accountId, entryLevel: 'normal', createdAt: at(1) });
      await identity.addSamlCredential(tx, {
        provider: 'bundid',
        accountId,
        subjectHash: 's',
        createdAt: at(1),
      });
    });
    expect(await identity.accountBySubject(store.read, 's')).toBe(accountId);
    expect(await identity.entryLevel(store.read, accountId)).toBe('normal');
    await store.transaction((tx) => identity.setEntryLevel(tx, accountId, 'substantial'));
    expect(await identity.entryLevel(store.read, accountId)).toBe('substantial');
    await store.transaction((tx) => identity.removeBundId(tx, accountId));
    expect(await identity.credentialsOf(store.read, accountId)).toEqual([]);
  });
});
