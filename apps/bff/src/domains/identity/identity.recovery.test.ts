import { recoveryCode, typedRecoveryCode } from '@jena/shared/identity';
import { type AccountId, anonymous, type CitizenActor, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { readEvents } from '../../platform/events.ts';
import { staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from './identity.cookies.ts';
import { createAuthenticator } from './identity.passkeys.testing.ts';
import { recoveryLimits, recoveryRates } from './identity.policy.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';

const origin = 'https://service.example';
const [mira, jonas] = [staffActor('caseworker'), staffActor('caseworker')];
const elsewhere = { ...staffActor('caseworker'), officeId: 'kfz-zulassung' };
const key = () => ({ idempotencyKey: newKey() });
const birthDate = '1964-08-12' as never;
const erika = { givenNames: 'Erika', familyName: 'Mustermann', birthDate, birthPlace: 'Berlin' };

describeOnBothDialects('an access that is given back at the counter', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open(), env: { PUBLIC_ORIGIN: origin } });
    const { store, clock, deps, app, as } = product;
    const { login, account } = deps.domains;
    const at = () => toInstant(clock.now());

    async function person(onCard = erika): Promise<AccountId> {
      const accountId = newId<'account'>() as AccountId;
      const unknown = { birthName: null, academicTitle: null, nationality: 'D', documentType: 'ID' };
      const card = { ...onCard, ...unknown, validUntil: null, address: null };
      await store.transaction(async (tx) => {
        await login.identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: at() });
        await account.saveCard(tx, { accountId, card, at: at() });
      });
      return accountId;
    }
    const logsIn = (accountId: AccountId) =>
      store.transaction((tx) =>
        openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid' }),
      );
    async function actor(token: string | undefined) {
      const headers = { cookie: `${cookieNames.citizen}=${token}` };
      return deps.authenticate(new Request('http://localhost/', { headers }));
    }
    async function asked(by = mira, who = erika) {
      await as(by).identity.recovery.ask({ ...key(), ...who });
      const [ask] = (await as(by).identity.recovery.asks({})).asks;
      return ask?.id as never;
    }
    async function issued() {
      const askId = await asked();
      const { recoveryId } = await as(jonas).identity.recovery.confirm({ ...key(), askId, ...erika });
      const { code } = await as(jonas).identity.recovery.code({ recoveryId });
      return { recoveryId, code };
    }
    /** Types the code, from a fresh browser unless it has cookies. */
    async function types(
      code: string,
      from: { born?: string; citizen?: string; path?: string; body?: unknown } = {},
    ) {
      const cookie = from.citizen ? `${cookieNames.citizen}=${from.citizen}` : '';
      const answer = await app.request(from.path ?? '/recovery', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', cookie },
        body: JSON.stringify(from.body ?? { code, birthDate: from.born ?? birthDate }),
      });
      const said = (await answer.json()) as Record<string, unknown> & { error?: { appCode: string } };
      const line = answer.headers.getSetCookie().find((one) => one.startsWith(`${cookieNames.citizen}=`));
      return {
        code: said.error?.appCode,
        said,
        token: line?.slice(cookieNames.citizen.length + 1).split(';')[0],
      };
    }
    return { ...product, at, person, logsIn, actor, asked, issued, types, identity: login.identity };
  }

  it('opens a session of level substantial, ends all others, and tells the person wherever they are reached', async () => {
    const { person, logsIn, actor, issued, types, as, store, deps, mail } = await openHouse();
    const accountId = await person();
    const before = await logsIn(accountId);
    const owner = as((await actor(before)) as CitizenActor).account;
    await owner.setEmail({ ...key(), address: 'erika@example.org' });
    await deps.jobs.drain();
    const emailCode = /\b\d{6}\b/.exec(mail.to('erika@example.org')[0]?.text ?? '')?.[0] ?? '';
    await owner.confirmEmail({ ...key(), code: emailCode });
    const { code } = await issued();
    const { token, code: refused } = await types(code.toLowerCase().replaceAll('-', ' '));
    expect(refused).toBeUndefined();
    const now = (await actor(token)) as CitizenActor;
    expect(now).toMatchObject({ accountId, levelOfAssurance: 'substantial' });
    expect(await actor(before)).toEqual(anonymous);
    const { messages } = await as(now).notifications.inbox({});
    expect(messages.map(({ type }) => type).sort()).toEqual(['access_recovered', 'recovery_issued']);
    const events = await readEvents(store.read, store.tables, { stream: identityStream(accountId) });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'identity.recovery_asked',
        'identity.recovery_issued',
        'identity.access_recovered',
        'identity.session_ended',
      ]),
    );
    const seen = (await as(now).account.accessLog({})).entries.map(({ act }) => act);
    expect(seen).toEqual(expect.arrayContaining(['identity.recovery_asked', 'identity.recovery_issued']));
    await deps.jobs.drain();
    const subjects = mail.to('erika@example.org').map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Sicherheit:'))).toHaveLength(2);
  });

  it('needs two of one office, each with the document before them', async () => {
    const { person, asked, as } = await openHouse();
    await person();
    const other = await person({ ...erika, givenNames: 'Henrik' });
    const askId = await asked();
    const confirm = (who: typeof mira, onDocument = erika) =>
      codeOf(as(who).identity.recovery.confirm({ ...key(), askId, ...onDocument }));
    expect(await confirm(mira)).toBe('platform.needs_another');
    expect(await confirm(elsewhere)).toBe('platform.ask_not_found');
    expect(await confirm(jonas, { ...erika, givenNames: 'Henrik' })).toBe('identity.recovery_other_person');
    expect(await confirm(jonas, { ...erika, birthPlace: 'Jena' })).toBe('identity.recovery_no_account');
    expect((await as(elsewhere).identity.recovery.asks({})).asks).toEqual([]);
    await as(mira).identity.recovery.drop({ ...key(), askId });
    expect(await confirm(jonas)).toBe('platform.ask_not_found');
    expect(other).toBeTruthy();
  });

  it('is nothing that staff do for themselves, nor for one of two namesakes', async () => {
    const { person, as } = await openHouse();
    await person();
    const namesake = { ...mira, name: 'ERIKA  Mustermann' };
    const ask = (who: typeof mira) => codeOf(as(who).identity.recovery.ask({ ...key(), ...erika }));
    expect(await ask(namesake)).toBe('identity.recovery_own');
    await as(mira).identity.recovery.ask({ ...key(), ...erika });
    const [waiting] = (await as(jonas).identity.recovery.asks({})).asks;
    const second = { ...jonas, name: 'Erika Mustermann' };
    const askId = waiting?.id as never;
    expect(await codeOf(as(second).identity.recovery.confirm({ ...key(), askId, ...erika }))).toBe(
      'identity.recovery_own',
    );
    await person();
    expect(await ask(mira)).toBe('identity.recovery_no_account');
  });

  it('cannot be used to look up who has an account', async () => {
    const { as } = await openHouse();
    const stranger = { ...erika, familyName: 'Niemand' };
    const ask = () => codeOf(as(mira).identity.recovery.ask({ ...key(), ...stranger }));
    for (let tries = 0; tries < recoveryRates.staff.most; tries++)
      expect(await ask()).toBe('identity.recovery_no_account');
    expect(await ask()).toBe('platform.too_many');
  });

  it('serves once, also when it is typed twice in the same moment', async () => {
    const { person, issued, types } = await openHouse();
    await person();
    const { code } = await issued();
    const tries = await Promise.all([types(code), types(code), types(code)]);
    expect(tries.filter(({ token }) => token !== undefined)).toHaveLength(1);
    expect((await types(code)).code).toBe('identity.recovery_wrong');
  });

  it('is not guessed: a few birth dates, then the code opens nothing; an unknown code is answered alike', async () => {
    const { person, issued, types } = await openHouse();
    await person();
    const { code } = await issued();
    expect((await types(recoveryCode(Buffer.alloc(16)))).code).toBe('identity.recovery_wrong');
    for (let tries = 0; tries < recoveryLimits.tries; tries++)
      expect((await types(code, { born: '1964-08-13' })).code).toBe('identity.recovery_wrong');
    expect((await types(code)).code).toBe('identity.recovery_wrong');
  });

  it('is not guessed from one address for long, whatever else is typed', async () => {
    const { types } = await openHouse();
    const answers = [];
    for (let tries = 0; tries <= recoveryRates.address.most; tries++)
      answers.push((await types(recoveryCode(Buffer.alloc(16, tries)))).code);
    expect(answers.at(-1)).toBe('platform.too_many');
    expect((await types('', { body: { code: 1 } })).code).toBe('platform.too_many');
  });

  it('ends after a day', async () => {
    const { person, issued, types, clock } = await openHouse();
    await person();
    const { code } = await issued();
    clock.advance(recoveryLimits.codeHours * 3_600_000);
    expect((await types(code)).code).toBe('identity.recovery_wrong');
  });

  it('is replaced by the next one, and there are few in a day', async () => {
    const { person, issued, types, clock } = await openHouse();
    await person();
    const first = await issued();
    const second = await issued();
    expect((await types(first.code)).code).toBe('identity.recovery_wrong');
    await issued();
    expect(await codeOf(issued())).toBe('platform.too_many');
    clock.advance(1000);
    expect((await types(second.code)).code).toBe('identity.recovery_wrong');
  });

  it('is read by who agreed alone, for minutes, and lies nowhere', async () => {
    const { person, issued, as, clock, store } = await openHouse();
    await person();
    const { recoveryId, code } = await issued();
    const read = (who: typeof mira) => codeOf(as(who).identity.recovery.code({ recoveryId }));
    expect(await read(mira)).toBe('platform.ask_not_found');
    clock.advance((recoveryLimits.showMinutes + 1) * 60_000);
    expect(await read(jonas)).toBe('platform.ask_not_found');
    const { platformEvents, platformReplies, identityRecoveries, platformJobs } = store.tables;
    const kept = await Promise.all([
      store.read.select().from(platformEvents),
      store.read.select().from(platformReplies),
      store.read.select().from(identityRecoveries),
      store.read.select().from(platformJobs),
    ]);
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain(typedRecoveryCode(code));
  });

  it('opens nobody else’s account: whoever is logged in here logs out first, and the code stays good', async () => {
    const { person, logsIn, issued, types, actor } = await openHouse();
    const accountId = await person();
    const henrik = await person({ ...erika, givenNames: 'Henrik' });
    const { code } = await issued();
    const citizen = await logsIn(henrik);
    expect((await types(code, { citizen })).code).toBe('identity.other_person');
    expect(await actor(citizen)).toMatchObject({ accountId: henrik });
    expect(await actor((await types(code)).token)).toMatchObject({ accountId });
  });

  it('lets the person set up a passkey without the lost card for half an hour, and then remove what they lost', async () => {
    const { person, issued, types, actor, as, clock, identity, store } = await openHouse();
    const accountId = await person();
    clock.advance(1000);
    const { code } = await issued();
    const { token = '' } = await types(code);
    const now = (await actor(token)) as CitizenActor;
    const removes = () => codeOf(as(now).identity.recovery.removeOldWays(key()));
    expect(await as(now).identity.recovery.oldWays({})).toMatchObject({ cards: 1, hasNew: false });
    expect(await removes()).toBe('identity.recovery_nothing');
    clock.advance(1000);
    const post = (path: string, body: unknown) =>
      types('', { path: `/passkey/${path}`, body, citizen: token });
    const phone = createAuthenticator({ origin, rpId: 'service.example' });
    const options = (await post('add/options', {})).said as never;
    expect(
      (await post('add', { name: 'Neues Telefon', response: phone.create(options) })).code,
    ).toBeUndefined();
    expect(await as(now).identity.recovery.oldWays({})).toMatchObject({
      cards: 1,
      passkeys: 0,
      hasNew: true,
    });
    expect(await removes()).toBe('no error');
    expect(await identity.accountBySubject(store.read, accountId)).toBeUndefined();
    expect(await identity.passkeysOf(store.read, accountId)).toHaveLength(1);
    expect(await as(now).identity.recovery.oldWays({})).toBeNull();
    clock.advance(25 * 60_000);
    await actor(token);
    clock.advance(6 * 60_000);
    expect((await post('add/options', {})).code).toBe('identity.level_too_low');
  });
});
