import { type AccountId, type CaseId, type CitizenActor, newId, toInstant } from '@jena/shared/kernel';
import type { Topic } from '@jena/shared/notifications';
import { expect, it } from 'vitest';
import { browserSubscription } from '../../adapters/push/recording.testkit.ts';
import { planJob } from '../../platform/jobs.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct } from '../../testing/product.ts';
import { cookieNames } from '../identity/identity.cookies.ts';
import { openCitizenSession } from '../identity/identity.sessions.ts';

const key = () => ({ idempotencyKey: newKey() });
const day = 86_400_000;
const phone = browserSubscription('phone');

describeOnBothDialects('a subscription outlives the login in which it was wished for', (open) => {
  async function openHouse() {
    const product = await openProduct({ store: await open() });
    const { store, clock, deps, as, push } = product;
    const lena = newId<'account'>() as AccountId;
    await store.transaction((tx) =>
      deps.domains.identity.identity.addAccount(tx, {
        id: lena,
        subjectHash: lena,
        at: toInstant(clock.now()),
      }),
    );
    const logIn = () =>
      store.transaction((tx) =>
        openCitizenSession(deps.domains.login, tx, {
          accountId: lena,
          levelOfAssurance: 'high',
          method: 'eid',
        }),
      );
    const who = (token: string) =>
      deps.authenticate(
        new Request('http://localhost/', { headers: { cookie: `${cookieNames.citizen}=${token}` } }),
      );
    const token = await logIn();
    const here = (await who(token)) as CitizenActor;
    const wish = (actor: Parameters<typeof as>[0], ...topics: Topic[]) =>
      as(actor).notifications.subscribe({ ...key(), subscription: phone, language: 'de', topics });
    async function news(changes: { type?: 'case_claimed' | 'new_login' } = {}) {
      await store.transaction((tx) =>
        deps.domains.notifications.notify(tx, {
          accountId: lena,
          type: 'case_claimed',
          caseId: newId<'case'>() as CaseId,
          caseReference: 'J-7K4M-2Q',
          serviceSlug: 'wohngeld',
          at: toInstant(clock.now()),
          key: newId<'event'>(),
          ...changes,
        }),
      );
      await deps.jobs.drain();
    }
    return { ...product, here, token, who, wish, news, sent: push.sent };
  }

  it('for a month and more after the session ran out and was swept away, in words that name nothing', async () => {
    const { as, clock, deps, store, who, token, here, wish, news, sent } = await openHouse();
    await wish(here, 'cases');
    clock.advance(35 * day);
    const at = toInstant(clock.now());
    await store.transaction((tx) => planJob(tx, store.tables, { kind: 'identity.sweep', payload: {}, at }));
    await deps.jobs.drain();
    expect(await store.read.$count(store.tables.identitySessions)).toBe(0);
    expect((await who(token)).kind).toBe('anonymous');
    await news();
    expect(sent.map(({ endpoint }) => endpoint)).toEqual([phone.endpoint]);
    const { title, body, navigate } = sent[0]?.payload.notification ?? {};
    expect(title).toBe('Neues zu Ihrem Vorgang');
    expect(`${title} ${body}`).not.toMatch(/J-7K4M|Wohngeld|Lena/i);
    // Where it leads asks for a login: whoever holds the phone reads nothing of the case there.
    const caseId = new URL(navigate ?? '').pathname.split('/').at(-1) as CaseId;
    expect(await codeOf(who(token).then((actor) => as(actor).cases.detail({ caseId })))).toBe(
      'identity.login_required',
    );
  });

  it('but is silent about the person when they logged out, and goes on with what names nobody', async () => {
    const { as, store, here, wish, news, sent } = await openHouse();
    await wish(here, 'cases', 'assistant');
    await wish(here, 'assistant');
    await as(here).identity.logout(key());
    await news();
    await news({ type: 'new_login' });
    expect(sent).toEqual([]);
    expect(await store.read.select().from(store.tables.notificationSubscriptions)).toMatchObject([
      { accountId: null, sessionId: null, topics: ['assistant'] },
    ]);
  });

  it('is let go by a phone that logs out after its session had run out', async () => {
    const { clock, who, token, store, here, wish, news, sent } = await openHouse();
    await wish(here, 'cases', 'assistant');
    clock.advance(day);
    await wish(await who(token), 'assistant');
    await news({ type: 'new_login' });
    expect(sent).toEqual([]);
    expect(await store.read.select().from(store.tables.notificationSubscriptions)).toMatchObject([
      { accountId: null, topics: ['assistant'] },
    ]);
  });
});
