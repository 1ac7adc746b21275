import type { Day } from '@jena/shared/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../testing/product.ts';
import { openSamlLogins } from './identity.saml.testing.ts';
import type { Browser } from './identity.testing.ts';

let world: Awaited<ReturnType<typeof openSamlLogins>>;
beforeAll(async () => {
  world = await openSamlLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  world.clock.set(new Date().toISOString());
  const { tables } = world.store;
  await world.store.transaction(async (tx) => {
    await tx.delete(tables.identitySessions);
    await tx.delete(tables.identityCredentials);
    await tx.delete(tables.mandates);
    await tx.delete(tables.mandateParties);
  });
});

type Held = { id: string; state: string; role: string; vouchedBy: string; untilDay: string; party: object };
const nora = { certificate: 'roesterei/nora' };
const emil = { certificate: 'roesterei/emil' };
const link = { purpose: 'link', returnTo: '/konto/vertretung' };
const linked = '/konto/vertretung?muk=verknuepft';
const failed = (code: string) => `/anmelden?fehler=${code}&zurueck=%2Fkonto`;

const held = async (browser: Browser): Promise<Held[]> =>
  (await browser.call('mandates.mine'))['held'] as Held[];
const parties = () => world.store.read.select().from(world.store.tables.mandateParties);
const accountIn = async (browser: Browser) => (await browser.call('identity.me'))['accountId'];

/** A browser in which somebody just held their card to the phone. */
async function byCard(person = 'lena'): Promise<Browser> {
  const browser = world.browser();
  await world.login(browser, person);
  return browser;
}

describe('a login by „Mein Unternehmenskonto“', () => {
  it('opens the account of who acts, who may act for their business at once', async () => {
    const browser = world.browser();
    expect(await world.muk.via(browser, {}, nora)).toBe('/konto');
    expect(await browser.call('identity.me')).toMatchObject({
      kind: 'citizen',
      name: 'Nora Brandt',
      levelOfAssurance: 'substantial',
      method: 'muk',
    });
    const [mandate, ...more] = await held(browser);
    expect(more).toEqual([]);
    expect(mandate).toMatchObject({
      kind: 'business',
      state: 'active',
      role: 'employee',
      services: null,
      vouchedBy: 'muk',
      party: { kind: 'business', name: 'Kaffeerösterei Paradies GmbH' },
    });
    const input = encodeURIComponent(JSON.stringify({ mandateId: mandate?.id }));
    expect(await browser.call(`mandates.party?input=${input}`)).toMatchObject({
      legalForm: 'Gesellschaft mit beschränkter Haftung',
      registerNumber: 'HRB 501777',
      registerCourt: 'Jena',
      seat: { street: 'Wagnergasse', houseNumber: '7', postcode: '07743', town: 'Jena' },
      toldAt: world.clock.now().toISOString(),
    });
  });

  it('finds person and business again, and lets colleagues act for the same one', async () => {
    const [first, again, colleague] = [world.browser(), world.browser(), world.browser()];
    await world.muk.via(first, {}, nora);
    await world.muk.via(again, {}, nora);
    await world.muk.via(colleague, {}, emil);
    expect(await accountIn(again)).toBe(await accountIn(first));
    expect(await accountIn(colleague)).not.toBe(await accountIn(first));
    expect((await held(first)).map(({ id }) => id)).toEqual((await held(again)).map(({ id }) => id));
    expect(await parties()).toHaveLength(1);
  });

  it('never joins by name: a declared business of the same name stays another', async () => {
    const browser = await byCard();
    const declared = { idempotencyKey: newKey(), name: 'Kaffeerösterei Paradies GmbH' };
    const answer = await browser.post('/trpc/mandates.declareBusiness', declared);
    expect(answer.status).toBe(200);
    await world.muk.via(world.browser(), {}, nora);
    expect(await parties()).toHaveLength(2);
    expect(await held(browser)).toMatchObject([{ state: 'declared' }]);
  });

  it('says anew at each login how the business is called, and for how long its word counts', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    const [before] = await held(browser);
    const [party] = await parties();
    const { mandates } = world.store.tables;
    await world.store.transaction(async (tx) => {
      await tx.update(mandates).set({ untilDay: '2026-01-01' as Day });
    });
    expect(await held(browser)).toEqual([]);
    await world.muk.via(browser, {}, nora);
    expect(await held(browser)).toEqual([before]);
    expect(
      (await parties()).map(({ facts }) => Buffer.from(facts).equals(party?.facts ?? Buffer.of())),
    ).toEqual([false]);
  });

  it.each([
    ['a business that ELSTER does not know surely enough', { certificate: 'handel/sean' }, 'muk_too_weak'],
    ['less than was proven before', { misbehave: 'less_than_asked' }, 'muk_too_weak'],
    ['two levels that differ', { misbehave: 'level_conflict' }, 'muk_too_weak'],
    ['a person’s own certificate', { certificate: 'privat/lena' }, 'muk_no_firm'],
    ['no name for the business', { misbehave: 'no_subject' }, 'muk_failed'],
    ['somebody who turns back', { outcome: 'cancel' }, 'muk_cancelled'],
  ])('is refused with %s, and begins nothing', async (_what, person, code) => {
    const browser = world.browser();
    const before = (await world.rows()).accounts.length;
    expect(await world.muk.via(browser, { level: 'normal' }, person)).toBe(failed(code));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect([(await world.rows()).accounts.length, await parties()]).toEqual([before, []]);
    expect((await world.rows()).logins).toEqual([]);
  });

  it('does not come into the browser of somebody who is still logged in', async () => {
    const browser = await byCard();
    const lena = await accountIn(browser);
    expect(await world.muk.via(browser, {}, nora)).toBe(failed('other_person'));
    expect([await accountIn(browser), await parties()]).toEqual([lena, []]);
  });

  it('begins no account on a wish, for it needs none', async () => {
    const answer = await world.muk.begin(world.browser(), { purpose: 'registration' });
    expect(answer.status).toBe(400);
  });
});

describe('who was let in by a business’s certificate', () => {
  const submit = (browser: Browser, onBehalfOf: string | null) =>
    browser.post('/trpc/cases.submit', {
      idempotencyKey: newKey(),
      serviceSlug: 'gewerbe-ummelden',
      formVersion: 1,
      language: 'de',
      answers: {},
      attachments: [],
      onBehalfOf,
    });
  const codeOf = async (answer: Response) =>
    ((await answer.json()) as { error: { data: { appCode: string } } }).error.data.appCode;

  it('applies for the business, never for themselves', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    const [mandate] = await held(browser);
    expect(await codeOf(await submit(browser, null))).toBe('mandates.act_for_firm');
    // The empty form is what is wrong now, not who asks.
    expect(await codeOf(await submit(browser, mandate?.id ?? ''))).toBe('cases.answers_invalid');
  });

  it('may take their own data along, and leave: more than the certificate nobody can prove', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    expect(await browser.call('account.requestExport', { change: true })).toEqual({});
    const erased = { idempotencyKey: newKey(), understood: true };
    expect((await browser.post('/trpc/account.erase', erased)).status).toBe(200);
    expect(await browser.call('identity.me')).toMatchObject({ kind: 'anonymous' });
    // The business stays, for whoever acts for it next.
    expect([await parties(), await world.store.read.select().from(world.store.tables.mandates)]).toEqual([
      [expect.objectContaining({ kind: 'business' })],
      [],
    ]);
    const next = world.browser();
    await world.muk.via(next, {}, nora);
    expect(await held(next)).toHaveLength(1);
    expect(await parties()).toHaveLength(1);
  });

  it('acts for no child, no other business and nobody who gave them a code', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    const child = { givenNames: 'Ida', familyName: 'Brandt', birthDate: '2020-02-02' };
    for (const [act, given] of [
      ['declareChild', child],
      ['declareBusiness', { name: 'Nebenher GmbH' }],
      ['take', { code: '7KQ4-M2XP-0F9T' }],
    ] as const) {
      const answer = await browser.post(`/trpc/mandates.${act}`, { idempotencyKey: newKey(), ...given });
      expect(await codeOf(answer)).toBe('mandates.act_for_firm');
    }
  });

  it('is called by the account where the certificate names nobody', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, { certificate: 'verein/ohne-namen' });
    expect(await browser.call('identity.me')).toMatchObject({ name: 'Unternehmenskonto' });
  });

  it('sees who else acts for the business, and ends it: also for who linked it with their own account', async () => {
    const lena = await byCard();
    await world.muk.via(lena, link, emil);
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    const { given } = (await browser.call('mandates.mine')) as { given: { id: string; holder: string }[] };
    expect(given).toMatchObject([{ holder: 'Lena Marie Okonkwo', role: 'employee', vouchedBy: 'muk' }]);
    // Who came by their own card does not speak for the business.
    expect(await lena.call('mandates.mine')).toMatchObject({ given: [] });
    const [own] = await held(browser);
    const end = (who: Browser, mandateId: string | undefined) =>
      who.post('/trpc/mandates.revoke', { idempotencyKey: newKey(), mandateId });
    expect(await codeOf(await end(lena, own?.id))).toBe('mandates.not_found');
    expect((await end(browser, given[0]?.id)).status).toBe(200);
    expect([await held(lena), (await held(browser)).length]).toEqual([[], 1]);
  });

  it('gives nobody rights, and adds no passkey', async () => {
    const browser = world.browser();
    await world.muk.via(browser, {}, nora);
    const [mandate] = await held(browser);
    const invitation = {
      idempotencyKey: newKey(),
      business: mandate?.id,
      label: 'x',
      services: null,
      untilDay: null,
    };
    expect(await codeOf(await browser.post('/trpc/mandates.invite', invitation))).toBe(
      'identity.level_too_low',
    );
    expect((await world.muk.begin(browser, link)).headers.get('location')).toBe(
      '/konto/vertretung?fehler=level_too_low',
    );
    expect((await browser.post('/passkeys/add/begin', {})).status).not.toBe(200);
  });
});

describe('a person with an account of their own', () => {
  it('acts for the business too once both were proven, and the certificate opens nothing of theirs', async () => {
    const browser = await byCard();
    const lena = await accountIn(browser);
    expect(await world.muk.via(browser, link, nora)).toBe(linked);
    expect(await accountIn(browser)).toBe(lena);
    expect(await held(browser)).toMatchObject([
      { role: 'employee', vouchedBy: 'muk', party: { name: 'Kaffeerösterei Paradies GmbH' } },
    ]);
    const { events, credentials } = await world.rows();
    expect(events.filter(({ type }) => type === 'mandates.vouched').at(-1)).toMatchObject({
      actorKind: 'citizen',
      actorId: lena,
    });
    expect(credentials.map(({ provider }) => provider)).toEqual(['eid']);
    const other = world.browser();
    await world.muk.via(other, {}, nora);
    expect(await accountIn(other)).not.toBe(lena);
    expect(await parties()).toHaveLength(1);
    // Once more is no second mandate.
    expect(await world.muk.via(browser, link, emil)).toBe(linked);
    expect(await held(browser)).toHaveLength(1);
  });

  it('may do so for ninety days', async () => {
    const browser = await byCard();
    await world.muk.via(browser, link, nora);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const [mandate] = await held(browser);
    expect(mandate?.untilDay).toBe(
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(day(90)),
    );
  });

  it.each([
    ['nobody is logged in', async () => world.browser(), 'login_required'],
    [
      'the card was held too long ago',
      async () => {
        const browser = await byCard();
        world.clock.advance(6 * 60_000);
        return browser;
      },
      'level_too_low',
    ],
  ])('does not when %s', async (_when, open, code) => {
    const browser = await open();
    expect((await world.muk.begin(browser, link)).headers.get('location')).toBe(
      `/konto/vertretung?fehler=${code}`,
    );
  });

  it('does not for who logged in here meanwhile, nor with a business known too little', async () => {
    const browser = await byCard();
    const next = await world.muk.post(await world.muk.fetchAnswer(browser, link, nora));
    await browser.call('identity.logout', { change: true });
    await world.login(browser, 'erika');
    expect((await browser.request(next)).headers.get('location')).toBe(
      '/konto/vertretung?fehler=muk_expired',
    );
    expect(await world.muk.via(browser, link, { certificate: 'handel/sean' })).toBe(
      '/konto/vertretung?fehler=muk_too_weak',
    );
    expect(await held(browser)).toEqual([]);
  });
});
