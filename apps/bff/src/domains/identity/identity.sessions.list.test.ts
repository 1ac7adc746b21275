import { type AccountId, type CitizenActor, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { browserSubscription } from '../../adapters/push/recording.testkit.ts';
import { readEvents } from '../../platform/events.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from './identity.cookies.ts';
import { identityStream, type NewCitizenSession, openCitizenSession } from './identity.sessions.ts';

const phone = { browser: 'safari', system: 'iphone' } as const;
const desk = { browser: 'firefox', system: 'windows' } as const;
const key = () => ({ idempotencyKey: newKey() });

describeOnBothDialects('a person’s devices', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open() });
    const { store, clock, deps } = product;
    const { identity } = deps.domains.identity;
    const newAccount = async () => {
      const id = newId<'account'>() as AccountId;
      await store.transaction((tx) =>
        identity.addAccount(tx, { id, subjectHash: id, at: toInstant(clock.now()) }),
      );
      return id;
    };
    const logIn = (accountId: AccountId, given: Partial<NewCitizenSession> = {}) =>
      store.transaction((tx) =>
        openCitizenSession(deps.domains.login, tx, {
          accountId,
          levelOfAssurance: 'high',
          method: 'eid',
          ...given,
        }),
      );
    const request = (token: string) =>
      new Request('http://localhost/', { headers: { cookie: `${cookieNames.citizen}=${token}` } });
    const who = (token: string) => deps.authenticate(request(token));
    const actor = async (token: string) => (await who(token)) as CitizenActor;
    const lena = await newAccount();
    const events = async () =>
      (await readEvents(store.read, store.tables, { stream: identityStream(lena) })).map(({ type }) => type);
    return { ...product, newAccount, logIn, who, actor, lena, events };
  }

  it('are listed in plain words, this one first, then the last used', async () => {
    const { logIn, actor, as, lena, newAccount, clock } = await openHouse();
    const here = await actor(await logIn(lena, { device: phone }));
    clock.advance(1000);
    await logIn(lena, { device: desk, method: 'passkey', levelOfAssurance: 'substantial' });
    clock.advance(1000);
    await logIn(lena);
    await logIn(await newAccount());
    const { sessions } = await as(here).identity.sessions();
    expect(
      sessions.map(({ browser, system, method, current }) => [browser, system, method, current]),
    ).toEqual([
      ['safari', 'iphone', 'eid', true],
      ['other', 'other', 'eid', false],
      ['firefox', 'windows', 'passkey', false],
    ]);
  });

  it('that are over, or idle too long, are not listed', async () => {
    const { logIn, actor, as, lena, clock } = await openHouse();
    await logIn(lena, { device: desk });
    clock.advance(31 * 60_000);
    const here = await actor(await logIn(lena, { device: phone }));
    expect((await as(here).identity.sessions()).sessions).toHaveLength(1);
  });

  it('can be logged out one by one; the device learns that it was done on purpose', async () => {
    const { logIn, actor, who, as, lena, app, events } = await openHouse();
    const here = await actor(await logIn(lena));
    const lost = await logIn(lena, { device: phone });
    const { sessionId } = await actor(lost);
    await as(here).identity.endSession({ ...key(), sessionId });
    expect(await who(lost)).toEqual({ kind: 'anonymous' });
    const me = await app.request('/trpc/identity.me', {
      headers: { cookie: `${cookieNames.citizen}=${lost}` },
    });
    expect(await me.json()).toEqual({ result: { data: { kind: 'anonymous', ended: true } } });
    expect((await as(here).identity.sessions()).sessions).toHaveLength(1);
    expect(await events()).toEqual(['identity.logged_in', 'identity.logged_in', 'identity.session_ended']);
    expect(await codeOf(as(here).identity.endSession({ ...key(), sessionId }))).toBe(
      'identity.session_not_found',
    );
  });

  it('of others are not even known to exist', async () => {
    const { logIn, actor, who, as, lena, newAccount } = await openHouse();
    const here = await actor(await logIn(lena));
    const foreign = await logIn(await newAccount());
    const { sessionId } = await actor(foreign);
    expect(await codeOf(as(here).identity.endSession({ ...key(), sessionId }))).toBe(
      'identity.session_not_found',
    );
    await as(here).identity.endOtherSessions(key());
    expect((await who(foreign)).kind).toBe('citizen');
  });

  it('can all be logged out but this one, or with this one', async () => {
    const { logIn, actor, who, as, lena } = await openHouse();
    const [one, two, three] = [await logIn(lena), await logIn(lena), await logIn(lena)] as const;
    const here = await actor(one);
    await as(here).identity.endOtherSessions(key());
    const kinds = async () => Promise.all([one, two, three].map(async (token) => (await who(token)).kind));
    expect(await kinds()).toEqual(['citizen', 'anonymous', 'anonymous']);
    await as(here).identity.logoutEverywhere(key());
    expect(await kinds()).toEqual(['anonymous', 'anonymous', 'anonymous']);
  });

  it('go quiet when they are logged out, and stay as they were when a session only runs out', async () => {
    const { logIn, actor, as, lena, store, clock } = await openHouse();
    const here = await actor(await logIn(lena));
    const gone = await actor(await logIn(lena));
    const other = await actor(await logIn(lena));
    const phoneHere = browserSubscription('here');
    const subscribe = (whose: CitizenActor, subscription = phoneHere) =>
      as(whose).notifications.subscribe({ ...key(), subscription, language: 'de', topics: ['cases'] });
    await subscribe(here);
    await subscribe(gone, browserSubscription('gone'));
    await subscribe(other, browserSubscription('other'));
    const bound = async () => {
      const { notificationSubscriptions } = store.tables;
      const rows = await store.read.select().from(notificationSubscriptions);
      return rows.filter(({ accountId }) => accountId === lena).map(({ sessionId }) => sessionId);
    };
    await as(here).identity.endSession({ ...key(), sessionId: gone.sessionId });
    expect((await bound()).sort()).toEqual([here.sessionId, other.sessionId].sort());
    // The phone was lost long ago: its session is over, its pushes are not.
    clock.advance(31 * 60_000);
    expect(await bound()).toHaveLength(2);
    const later = await actor(await logIn(lena));
    await subscribe(later);
    await as(later).identity.endOtherSessions(key());
    expect(await bound()).toEqual([later.sessionId]);
    await as(later).identity.logoutEverywhere(key());
    expect(await bound()).toEqual([]);
  });

  it('get a new secret with every confirmation, and the session goes on', async () => {
    const { logIn, actor, who, as, lena, events, clock } = await openHouse();
    const old = await logIn(lena, { method: 'passkey', levelOfAssurance: 'substantial', device: phone });
    const before = await as(await actor(old)).identity.sessions();
    clock.advance(10 * 60_000);
    const token = await logIn(lena, { oldToken: old, device: phone });
    expect(await who(old)).toEqual({ kind: 'anonymous' });
    const now = await actor(token);
    expect(now.levelOfAssurance).toBe('high');
    const { sessions } = await as(now).identity.sessions();
    expect(sessions).toMatchObject([{ method: 'eid', startedAt: before.sessions[0]?.startedAt }]);
    expect(await events()).toEqual(['identity.logged_in', 'identity.confirmed']);
  });

  it('do not change hands while somebody is logged in', async () => {
    const { logIn, who, lena, newAccount, clock } = await openHouse();
    const mine = await logIn(lena);
    const other = await newAccount();
    const refused = logIn(other, { oldToken: mine });
    await expect(refused).rejects.toMatchObject({ code: 'identity.other_person' });
    expect((await who(mine)).kind).toBe('citizen');
    clock.advance(31 * 60_000);
    expect((await who(await logIn(other, { oldToken: mine }))).kind).toBe('citizen');
  });
});
