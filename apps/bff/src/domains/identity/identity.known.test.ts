import type { LoginMethod } from '@jena/shared/identity';
import { toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey, openProduct } from '../../testing/product.ts';
import { openCitizenSession } from './identity.sessions.ts';

describeOnBothDialects('a login from elsewhere', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open() });
    const { deps, store, clock, as } = product;
    const { login } = deps.domains;
    const lena = citizenActor();
    const { accountId } = lena;
    await store.transaction((tx) =>
      login.identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: toInstant(clock.now()) }),
    );
    return {
      ...product,
      lena,
      logsIn: (deviceSecret: string, method: LoginMethod = 'eid') =>
        store.transaction((tx) =>
          openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method, deviceSecret }),
        ),
      told: async () =>
        (await as(lena).notifications.inbox({})).messages.filter(({ type }) => type === 'new_login').length,
    };
  }

  it('is told, each time from a new one; the first of all and known browsers are not', async () => {
    const { logsIn, told } = await openHouse();
    await logsIn('phone');
    await logsIn('phone');
    expect(await told()).toBe(0);
    await logsIn('laptop');
    await logsIn('laptop');
    expect(await told()).toBe(1);
    await logsIn('library');
    expect(await told()).toBe(2);
  });

  it('is told for a door that was never used; not for a passkey, which was told of when it was made', async () => {
    const { logsIn, told } = await openHouse();
    await logsIn('phone');
    await logsIn('phone', 'passkey');
    expect(await told()).toBe(0);
    await logsIn('phone', 'bundid');
    expect(await told()).toBe(1);
  });

  it('is remembered as long as the cookie lasts, and with a hash alone', async () => {
    const { logsIn, told, deps, clock, store } = await openHouse();
    await logsIn('phone');
    await logsIn('laptop');
    const rows = await store.read.select().from(store.tables.identityKnownDevices);
    expect(rows.map(({ deviceHash }) => deviceHash)).not.toContain('phone');
    clock.advance(401 * 86_400_000);
    await logsIn('laptop');
    const context = { store, clock, log: deps.log, jobId: 'x', attempt: 1 } as never;
    await deps.domains.handlers['identity.sweep']?.({}, context);
    await logsIn('phone');
    expect(await told()).toBe(2);
  });

  it('goes with the person', async () => {
    const { logsIn, as, lena, store, deps } = await openHouse();
    await logsIn('phone');
    await as(lena).account.erase({ idempotencyKey: newKey(), understood: true });
    expect(await deps.domains.login.identity.knownDevices(store.read, lena.accountId)).toEqual([]);
  });
});
