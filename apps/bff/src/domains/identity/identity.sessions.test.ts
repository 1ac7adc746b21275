import { quietHeader } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, newId, type StaffId, toInstant } from '@jena/shared/kernel';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { planJob } from '../../platform/jobs.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from './identity.cookies.ts';
import { openCitizenSession, openStaffSession } from './identity.sessions.ts';

const minutes = (count: number) => count * 60_000;

describeOnBothDialects('a session', (open) => {
  async function openDoor() {
    const product = await openProduct({ store: await open() });
    const { store, clock, deps } = product;
    const { identity } = deps.domains.identity;
    const accountId = newId<'account'>() as AccountId;
    const staffId = newId<'staff'>() as StaffId;
    const at = toInstant(clock.now());
    const tokens = await store.transaction(async (tx) => {
      await identity.addAccount(tx, { id: accountId, subjectHash: 'hash', at });
      const person = { subject: 'kim', name: 'Kim Beispiel', officeId: 'buergerservice', at };
      await identity.saveStaff(tx, { id: staffId, ...person, roles: ['caseworker'] });
      return {
        citizen: await openCitizenSession(product.deps.domains.login, tx, {
          accountId,
          levelOfAssurance: 'high',
          method: 'eid',
        }),
        staff: await openStaffSession({ identity, clock }, tx, { staffId }),
      };
    });
    const asks = (
      cookies: Partial<Record<keyof typeof cookieNames, string>>,
      staffDoor = false,
      quiet = false,
    ) => {
      const cookie = Object.entries(cookies)
        .map(([name, value]) => `${cookieNames[name as 'citizen']}=${value}`)
        .join('; ');
      const headers = {
        cookie,
        ...(staffDoor ? { 'x-jena-door': 'staff' } : {}),
        ...(quiet ? { [quietHeader]: '1' } : {}),
      };
      return deps.authenticate(new Request('http://localhost/', { headers }));
    };
    const sessions = () => store.read.select().from(store.tables.identitySessions);
    const seenAt = async () => (await sessions()).find((session) => session.accountId === accountId)?.seenAt;
    return { ...product, identity, tokens, asks, sessions, seenAt, accountId, staffId };
  }

  it('names its holder at its own door, and nobody at the other', async () => {
    const { asks, tokens, accountId, staffId } = await openDoor();
    expect(await asks({ citizen: tokens.citizen })).toMatchObject({
      kind: 'citizen',
      accountId,
      levelOfAssurance: 'high',
    });
    expect(await asks({ staff: tokens.staff }, true)).toMatchObject({
      kind: 'staff',
      staffId,
      roles: ['caseworker'],
    });
    for (const [cookies, staffDoor] of [
      [{ citizen: tokens.citizen }, true],
      [{ staff: tokens.staff }, false],
      [{ staff: tokens.citizen }, true],
      [{ citizen: tokens.staff }, false],
      [{ citizen: 'made up' }, false],
      [{ citizen: '' }, false],
      [{}, false],
    ] as const)
      expect(await asks(cookies, staffDoor)).toEqual({ kind: 'anonymous' });
  });

  it('is not kept alive by knocking at the other door', async () => {
    const { asks, tokens, clock, seenAt } = await openDoor();
    const before = await seenAt();
    clock.advance(minutes(20));
    await asks({ staff: tokens.citizen }, true);
    expect(await seenAt()).toBe(before);
  });

  it('ends after 30 minutes without use, for staff too', async () => {
    const { asks, tokens, clock } = await openDoor();
    clock.advance(minutes(30) - 1);
    expect((await asks({ citizen: tokens.citizen })).kind).toBe('citizen');
    expect((await asks({ staff: tokens.staff }, true)).kind).toBe('staff');
    clock.advance(minutes(30));
    expect((await asks({ citizen: tokens.citizen })).kind).toBe('anonymous');
    expect((await asks({ staff: tokens.staff }, true)).kind).toBe('anonymous');
  });

  it('is not kept alive by a page that looks for news by itself', async () => {
    const { asks, tokens, clock, seenAt } = await openDoor();
    const before = await seenAt();
    for (let passed = 0; passed < 29; passed += 1) {
      clock.advance(minutes(1));
      await asks({ citizen: tokens.citizen }, false, true);
    }
    expect(await seenAt()).toBe(before);
    clock.advance(minutes(1));
    expect((await asks({ citizen: tokens.citizen }, false, true)).kind).toBe('anonymous');
  });

  it('is of level high for half an hour after the card, however much it is used', async () => {
    const { asks, tokens, clock } = await openDoor();
    const level = async () => ((await asks({ citizen: tokens.citizen })) as CitizenActor).levelOfAssurance;
    for (let passed = 2; passed < 30; passed += 2) {
      clock.advance(minutes(2));
      expect(await level(), `after ${passed} minutes`).toBe('high');
    }
    clock.advance(minutes(2));
    expect(await level()).toBe('substantial');
  });

  it('is of level high no longer after five idle minutes, and stays so when the person comes back', async () => {
    const { asks, tokens, clock } = await openDoor();
    const level = async () => ((await asks({ citizen: tokens.citizen })) as CitizenActor).levelOfAssurance;
    clock.advance(minutes(5) - 1);
    expect(await level()).toBe('high');
    clock.advance(minutes(5));
    expect(await level()).toBe('substantial');
    clock.advance(1);
    expect(await level()).toBe('substantial');
  });

  it('ends after 8 hours in any case, however much it is used', async () => {
    const { asks, tokens, clock } = await openDoor();
    for (let passed = 0; passed < 8 * 60 - 20; passed += 20) {
      clock.advance(minutes(20));
      expect((await asks({ citizen: tokens.citizen })).kind, `after ${passed + 20} minutes`).toBe('citizen');
    }
    clock.advance(minutes(20));
    expect((await asks({ citizen: tokens.citizen })).kind).toBe('anonymous');
  });

  it('is written to at most once a minute', async () => {
    const { asks, tokens, clock, seenAt } = await openDoor();
    const first = await seenAt();
    clock.advance(60_000);
    await asks({ citizen: tokens.citizen });
    expect(await seenAt()).toBe(first);
    clock.advance(1);
    await asks({ citizen: tokens.citizen });
    expect(await seenAt()).toBe(toInstant(clock.now()));
  });

  it('is known by a hash alone: the cookie’s secret stands nowhere', async () => {
    const { tokens, sessions } = await openDoor();
    const all = JSON.stringify(await sessions());
    for (const token of [tokens.citizen, tokens.staff]) {
      expect(token.length).toBeGreaterThanOrEqual(43);
      expect(all).not.toContain(token);
    }
  });

  it('is over at once with a logout, and takes no further call', async () => {
    const { asks, as, tokens, sessions } = await openDoor();
    const actor = await asks({ citizen: tokens.citizen });
    await as(actor).identity.logout({ idempotencyKey: newKey() });
    expect(await asks({ citizen: tokens.citizen })).toEqual({ kind: 'anonymous' });
    expect((await sessions()).map(({ staffId }) => staffId !== null)).toEqual([true]);
  });

  it('follows the roles that a member of staff has now, not those at the login', async () => {
    const { asks, tokens, store, staffId } = await openDoor();
    const { identityStaff } = store.tables;
    await store.transaction(async (tx) => {
      await tx
        .update(identityStaff)
        .set({ roles: ['operator'] })
        .where(eq(identityStaff.id, staffId));
    });
    expect(await asks({ staff: tokens.staff }, true)).toMatchObject({ roles: ['operator'] });
  });

  it('that has run out is swept away, with logins that nobody finished; the next hour is planned', async () => {
    const { deps, store, clock, identity, sessions, tokens, asks } = await openDoor();
    const now = () => toInstant(clock.now());
    const endsAt = toInstant(new Date(clock.now().getTime() + minutes(10)));
    await store.transaction(async (tx) => {
      await identity.addStaffLogin(tx, {
        stateHash: 's',
        browserHash: 'b',
        nonce: 'n',
        codeVerifier: 'c',
        returnTo: '/amt',
        endsAt,
      });
      await identity.addEidLogin(tx, {
        id: newId<'eidLogin'>(),
        tokenHash: 't',
        tokenTakenAt: null,
        refreshHash: null,
        browserHash: 'b',
        startedOn: 'iphone',
        purpose: 'login',
        questions: {},
        state: 'created',
        returnTo: '/',
        eidSessionId: null,
        startedAt: now(),
        endsAt,
      });
    });
    const sweep = async (key: string) => {
      await store.transaction((tx) =>
        planJob(tx, store.tables, { kind: 'identity.sweep', payload: {}, at: now(), key }),
      );
      await deps.jobs.drain();
    };
    await sweep('early');
    expect(await sessions()).toHaveLength(2);
    clock.advance(minutes(9 * 60));
    await sweep('late');
    expect((await sessions()).map(({ staffId }) => staffId !== null)).toEqual([true]);
    expect((await asks({ citizen: tokens.citizen })).kind).toBe('anonymous');
    expect(await store.read.select().from(store.tables.identityStaffLogins)).toEqual([]);
    const jobs = await store.read.select().from(store.tables.platformJobs);
    expect(jobs.filter(({ kind, state }) => kind === 'identity.sweep' && state === 'waiting')).toHaveLength(
      1,
    );
  });
});
