import { type AccountId, type CitizenActor, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { readEvents } from '../../platform/events.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from './identity.cookies.ts';
import { createAuthenticator } from './identity.passkeys.testing.ts';
import { identityStream, type NewCitizenSession, openCitizenSession } from './identity.sessions.ts';

const origin = 'https://service.example';
const place = { origin, rpId: 'service.example' };

describeOnBothDialects('a passkey', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open(), env: { PUBLIC_ORIGIN: origin } });
    const { store, clock, deps, app } = product;
    const { login } = deps.domains;
    async function newAccount() {
      const id = newId<'account'>() as AccountId;
      await store.transaction((tx) =>
        login.identity.addAccount(tx, { id, subjectHash: id, at: toInstant(clock.now()) }),
      );
      return id;
    }
    const withCard = (accountId: AccountId, given: Partial<NewCitizenSession> = {}) =>
      store.transaction((tx) =>
        openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid', ...given }),
      );
    async function actor(token: string) {
      const headers = { cookie: `${cookieNames.citizen}=${token}` };
      return (await deps.authenticate(new Request('http://localhost/', { headers }))) as CitizenActor;
    }
    async function post(path: string, body: unknown, cookies: Record<string, string> = {}) {
      const cookie = Object.entries(cookies)
        .map(([name, value]) => `${cookieNames[name as 'citizen']}=${value}`)
        .join('; ');
      const answer = await app.request(`/passkey/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', cookie },
        body: JSON.stringify(body),
      });
      const said = (await answer.json()) as Record<string, unknown> & { error?: { appCode: string } };
      const cookieOf = (name: keyof typeof cookieNames) =>
        answer.headers
          .getSetCookie()
          .find((line) => line.startsWith(`${cookieNames[name]}=`))
          ?.slice(cookieNames[name].length + 1)
          .split(';')[0];
      return { code: said.error?.appCode, said, cookieOf };
    }
    type Authenticator = ReturnType<typeof createAuthenticator>;
    const askToAdd = async (token: string) => {
      const { said, code } = await post('add/options', {}, { citizen: token });
      return { code, options: said as unknown as { challenge: string; user: { id: string } } };
    };
    async function add(authenticator: Authenticator, token: string, name = 'Mein Telefon') {
      const { options, code } = await askToAdd(token);
      if (code) return code;
      const body = { name, response: authenticator.create(options) };
      return (await post('add', body, { citizen: token })).code;
    }
    async function askToLogIn() {
      const { said, cookieOf } = await post('login/options', {});
      return { options: said as { challenge: string }, browser: cookieOf('login') ?? '' };
    }
    const send = (response: unknown, browser: string) => post('login', { response }, { login: browser });
    async function logIn(authenticator: Authenticator) {
      const { options, browser } = await askToLogIn();
      return send(authenticator.get(options), browser);
    }
    /** Lena, at home with her card, has just added a passkey. */
    async function withPasskey() {
      const lena = await newAccount();
      const card = await withCard(lena);
      const authenticator = createAuthenticator(place);
      expect(await add(authenticator, card)).toBeUndefined();
      return { lena, card, authenticator };
    }
    return {
      ...product,
      newAccount,
      withCard,
      actor,
      post,
      askToAdd,
      add,
      askToLogIn,
      send,
      logIn,
      withPasskey,
    };
  }

  it('opens a session of level substantial, also after the card did', async () => {
    const { withPasskey, logIn, actor, as, store } = await openHouse();
    const { lena, authenticator } = await withPasskey();
    const { code, cookieOf } = await logIn(authenticator);
    expect(code).toBeUndefined();
    const here = await actor(cookieOf('citizen') ?? '');
    expect(here).toMatchObject({ kind: 'citizen', accountId: lena, levelOfAssurance: 'substantial' });
    const { passkeys } = await as(here).identity.passkeys();
    expect(passkeys).toMatchObject([{ name: 'Mein Telefon', usedAt: expect.any(String) }]);
    const [row] = await store.read.select().from(store.tables.identityPasskeys);
    expect(row).toMatchObject({ backupEligible: true, backedUp: true, counter: 1 });
    expect(row?.name).not.toContain('Telefon');
  });

  it('is added only while the card was just held to the phone', async () => {
    const { withPasskey, logIn, add, askToAdd, post, withCard, clock, newAccount } = await openHouse();
    const { authenticator, lena } = await withPasskey();
    const byPasskey = (await logIn(authenticator)).cookieOf('citizen') ?? '';
    const other = createAuthenticator(place);
    expect(await add(other, byPasskey)).toBe('identity.level_too_low');
    expect(await add(other, '')).toBe('identity.login_required');

    const faded = await withCard(lena);
    const { options } = await askToAdd(faded);
    clock.advance(6 * 60_000);
    const body = { name: 'x', response: other.create(options) };
    expect((await post('add', body, { citizen: faded })).code).toBe('identity.level_too_low');

    // What one session asked for serves no other, not even one of level high.
    const { options: mine } = await askToAdd(await withCard(lena));
    const theirs = { name: 'x', response: other.create(mine) };
    const stranger = await withCard(await newAccount());
    expect((await post('add', theirs, { citizen: stranger })).code).toBe('identity.passkey_failed');
  });

  it('answers a challenge once, in time, in the browser that was asked', async () => {
    const { withPasskey, askToLogIn, send, clock, logIn } = await openHouse();
    const { authenticator } = await withPasskey();
    const first = await askToLogIn();
    const second = await askToLogIn();
    const answer = authenticator.get(first.options);
    expect((await send(answer, second.browser)).code).toBe('identity.passkey_failed');
    expect((await send(answer, first.browser)).code).toBe('identity.passkey_failed');

    const third = await askToLogIn();
    const used = authenticator.get(third.options);
    expect((await send(used, third.browser)).code).toBeUndefined();
    expect((await send(used, third.browser)).code).toBe('identity.passkey_failed');

    const late = await askToLogIn();
    clock.advance(5 * 60_000 + 1000);
    expect((await send(authenticator.get(late.options), late.browser)).code).toBe('identity.passkey_expired');
    const invented = authenticator.get({ challenge: Buffer.alloc(32, 7).toString('base64url') });
    expect((await send(invented, late.browser)).code).toBe('identity.passkey_failed');
    expect((await logIn(authenticator)).code).toBeUndefined();
  });

  it.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another place', { rpId: 'evil.example' }],
    ['that did not check who holds it', { isVerified: false }],
    ['whose counter goes back', { counter: 0 }],
    ['of another person', { userHandle: Buffer.from('somebody').toString('base64url') }],
  ])('%s opens nothing', async (_, lie) => {
    const { withPasskey, logIn } = await openHouse();
    const { authenticator } = await withPasskey();
    authenticator.state.counter = 5;
    expect((await logIn(authenticator)).code).toBeUndefined();
    Object.assign(authenticator.state, lie);
    const { code, cookieOf } = await logIn(authenticator);
    expect(code).toBe('identity.passkey_failed');
    expect(cookieOf('citizen')).toBeUndefined();
  });

  it('that lies while it is made is not kept', async () => {
    const { withPasskey, add, withCard, newAccount } = await openHouse();
    const card = await withCard(await newAccount());
    for (const lie of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { isVerified: false }]) {
      const authenticator = createAuthenticator(place);
      Object.assign(authenticator.state, lie);
      expect(await add(authenticator, card)).toBe('identity.passkey_failed');
    }
    // Nor one that somebody else has already.
    const { authenticator } = await withPasskey();
    expect(await add(authenticator, card)).toBe('identity.passkey_failed');
  });

  it('that nobody added is unknown, also with a signature of a known one', async () => {
    const { withPasskey, logIn, askToLogIn, send } = await openHouse();
    const { authenticator } = await withPasskey();
    expect((await logIn(createAuthenticator(place))).code).toBe('identity.passkey_unknown');
    const impostor = createAuthenticator(place);
    impostor.state.userHandle = authenticator.state.userHandle;
    const { options, browser } = await askToLogIn();
    const forged = { ...impostor.get(options), id: authenticator.id, rawId: authenticator.id };
    expect((await send(forged, browser)).code).toBe('identity.passkey_failed');
    expect((await send({ id: 'x' }, browser)).code).toBe('platform.bad_input');
  });

  it('that is removed opens nothing more, and what it opened is over', async () => {
    const { withPasskey, logIn, actor, as, withCard, store } = await openHouse();
    const { lena, authenticator } = await withPasskey();
    const lost = (await logIn(authenticator)).cookieOf('citizen') ?? '';
    const here = await actor(await withCard(lena));
    const [passkey] = (await as(here).identity.passkeys()).passkeys;
    if (!passkey) throw new Error('no passkey');
    await as(here).identity.removePasskey({ idempotencyKey: newKey(), passkeyId: passkey.id });
    expect(await actor(lost)).toEqual({ kind: 'anonymous' });
    expect((await logIn(authenticator)).code).toBe('identity.passkey_unknown');
    expect((await as(here).identity.passkeys()).passkeys).toEqual([]);
    const again = as(here).identity.removePasskey({ idempotencyKey: newKey(), passkeyId: passkey.id });
    expect(await codeOf(again)).toBe('identity.passkey_not_found');

    const { messages } = await as(here).notifications.inbox({});
    expect(messages.map(({ type }) => type).sort()).toEqual(['passkey_added', 'passkey_removed']);
    const events = await readEvents(store.read, store.tables, { stream: identityStream(lena) });
    expect(events.map(({ type }) => type)).toEqual([
      'identity.logged_in',
      'identity.passkey_added',
      'identity.logged_in',
      'identity.logged_in',
      'identity.passkey_removed',
      'identity.session_ended',
    ]);
  });

  it('of somebody else is not even known to exist', async () => {
    const { withPasskey, actor, as, withCard, newAccount } = await openHouse();
    const { lena } = await withPasskey();
    const [passkey] = (await as(await actor(await withCard(lena))).identity.passkeys()).passkeys;
    const stranger = as(await actor(await withCard(await newAccount())));
    expect((await stranger.identity.passkeys()).passkeys).toEqual([]);
    const attempt = { idempotencyKey: newKey(), passkeyId: passkey?.id ?? newId<'passkey'>() };
    expect(await codeOf(stranger.identity.removePasskey(attempt))).toBe('identity.passkey_not_found');
  });
});
