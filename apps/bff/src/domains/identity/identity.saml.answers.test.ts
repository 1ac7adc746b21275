import { samlProviders } from '@jena/shared/identity';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { garbled } from '../../architecture/fuzz.testing.ts';
import { openProduct } from '../../testing/product.ts';
import { openSamlLogins } from './identity.saml.testing.ts';

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
    await tx.delete(tables.identitySamlLogins);
    await tx.delete(tables.identitySamlAssertions);
  });
});

// What must hold for every provider, whoever it is.
describe.each(samlProviders)('an answer in the name of %s', (name) => {
  const refused = (why: string) => `/anmelden?fehler=${name}_${why}`;

  it('that is not to be trusted opens nothing, and its request stays open for the real one', async () => {
    const browser = world.browser();
    await world[name].register(browser);
    browser.cookies.clear();
    for (const misbehave of [
      'unsigned_response',
      'wrapped_assertion',
      'stale',
      'wrong_audience',
      'sha1_response',
    ])
      expect(await world[name].via(browser, {}, { misbehave })).toBe(refused('failed'));
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect((await world.rows()).logins).toHaveLength(5);
  });

  it('that was changed on the way is read as it was signed or refused, never with a fault', async () => {
    const browser = world.browser();
    const right = await world[name].fetchAnswer(browser, {}, {});
    const xml = Buffer.from(right, 'base64').toString('utf8');
    const sent = fc.oneof(
      garbled(xml).map((text) => Buffer.from(text).toString('base64')),
      garbled(right),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed()),
    );
    // What nobody signed, such as the certificate that an answer brings along, may be changed: it is not read.
    const foreseen = new RegExp(`^/saml/${name}/weiter/|^/anmelden\\?fehler=${name}_(failed|expired)`);
    await fc.assert(
      fc.asyncProperty(sent, async (changed) => {
        expect(await world[name].post(changed)).toMatch(foreseen);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
  });

  it('serves once: neither posted again nor opened again', async () => {
    const browser = world.browser();
    await world[name].register(browser);
    browser.cookies.clear();
    const answer = await world[name].fetchAnswer(browser, {}, {});
    const next = await world[name].post(answer);
    expect(await world[name].post(answer)).toBe(refused('expired'));
    const opened = await Promise.all([browser.request(next), browser.request(next)]);
    const places = opened.map((each) => each.headers.get('location')).sort();
    expect(places[1]).toBe('/konto');
    expect(places[0]).toMatch(/fehler=\w+_expired/);
    expect(await world[name].post(answer)).toBe(refused('expired'));
  });

  it('brings each assertion once, also as the answer to another request', async () => {
    const person = { misbehave: 'same_assertion' };
    expect(await world[name].via(world.browser(), {}, person)).not.toMatch(/fehler/);
    expect(await world[name].via(world.browser(), {}, person)).toBe(`${refused('failed')}&zurueck=%2Fkonto`);
  });

  it('to a request that nobody made, or made too long ago, opens nothing', async () => {
    expect(await world[name].via(world.browser(), {}, { misbehave: 'other_request' })).toBe(
      refused('expired'),
    );
    const browser = world.browser();
    const answer = await world[name].fetchAnswer(browser, {}, {});
    const { tables } = world.store;
    const past = new Date(world.clock.now().getTime() - 1000).toISOString() as never;
    await world.store.transaction(async (tx) => {
      await tx.update(tables.identitySamlLogins).set({ endsAt: past });
    });
    expect(await world[name].post(answer)).toBe(refused('expired'));
  });

  it('ends in the browser that began, and in no other (login CSRF)', async () => {
    const [attacker, victim, nobody] = [world.browser(), world.browser(), world.browser()];
    await world[name].register(attacker);
    await world[name].begin(victim);
    const next = await world[name].post(await world[name].fetchAnswer(attacker, {}, {}));
    for (const browser of [victim, nobody]) {
      const answer = await browser.request(next);
      expect(answer.headers.get('location')).toBe(refused('expired'));
      expect(await browser.call('identity.me')).toEqual({ kind: 'anonymous' });
    }
  });

  it('is kept sealed on its way, and leaves no name and no secret', async () => {
    const browser = world.browser();
    const answer = await world[name].fetchAnswer(
      browser,
      name === 'bundid' ? { purpose: 'registration' } : {},
      {},
    );
    const next = await world[name].post(answer);
    const { tables, read } = world.store;
    const [login] = await read.select().from(tables.identitySamlLogins);
    expect(login?.sealed?.length).toBeGreaterThan(100);
    await browser.request(next);
    const all = JSON.stringify([login, login?.sealed?.toString('latin1'), await world.rows()]);
    const secret = next.split('/').at(-1) ?? '';
    const ours = browser.cookies.get('__Host-jena_login') ?? '';
    for (const given of ['Okonkwo', 'Cranach', 'Brandt', 'Paradies', 'Wagnergasse', secret, ours])
      expect(all).not.toContain(given);
  });

  it.each(['', 'a=b', `SAMLResponse=${'A'.repeat(300_000)}`])('that is none is refused: %#', async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await world.app.request(`/saml/${name}/antwort`, { method: 'POST', body, headers });
    const result = answer.headers.get('location') ?? answer.status;
    expect(result).toBe(body.length > 1000 ? 413 : refused('failed'));
  });
});

describe('an answer of one provider', () => {
  it('is none to a request to another one', async () => {
    const [atBundId, atMuk] = [world.browser(), world.browser()];
    const answers = {
      bundid: await world.bundid.fetchAnswer(atBundId, {}, {}),
      muk: await world.muk.fetchAnswer(atMuk, {}, {}),
    };
    expect(await world.muk.post(answers.bundid)).toBe('/anmelden?fehler=muk_failed');
    expect(await world.bundid.post(answers.muk)).toBe('/anmelden?fehler=bundid_failed');
    const next = await world.bundid.post(answers.bundid);
    const elsewhere = await atBundId.request(next.replace('/bundid/', '/muk/'));
    expect(elsewhere.headers.get('location')).toBe('/anmelden?fehler=muk_expired');
    expect((await atBundId.request(next)).headers.get('location')).toMatch(/^\/anmelden\/bundid/);
  });
});

describe.each(samlProviders)('the way to %s', (name) => {
  it('begins on a page of ours alone', async () => {
    const body = new URLSearchParams({ returnTo: '/konto', purpose: 'link' });
    const headers = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    const answer = await world.browser().request(`/saml/${name}/start`, { method: 'POST', body, headers });
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: { appCode: 'platform.cross_site', appData: {} } },
    ]);
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect((await world[name].begin(world.browser(), { returnTo })).status).toBe(400);
  });

  it('goes on by a page that says where, runs nothing, may post there alone, and can be left', async () => {
    const answer = await world[name].begin(world.browser(), { returnTo: '/konto' });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; form-action [^ ]+; base-uri 'none'/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    const to = new URL(/<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? '');
    expect(policy).toContain(`form-action ${to.origin};`);
    expect(html).toContain(`<strong>${to.host}</strong>`);
    expect(html).not.toContain('<script');
    const cancel = /<a class="cancel" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(cancel).toBe(`/anmelden?fehler=${name}_cancelled&zurueck=%2Fkonto`);
  });

  it('begins only so often in one browser', async () => {
    const browser = world.browser();
    const answers: Response[] = [];
    for (let count = 0; count < 11; count++) answers.push(await world[name].begin(browser));
    expect(answers.at(9)?.status).toBe(200);
    expect(answers.at(10)?.headers.get('location')).toBe('/anmelden?fehler=too_many&zurueck=%2Fkonto');
  });

  it('shows who we are to the provider’s operators', async () => {
    const answer = await world.browser().request(`/saml/${name}/metadata`);
    expect(answer.headers.get('content-type')).toMatch(/samlmetadata\+xml/);
    expect(await answer.text()).toContain(`entityID="${world.origin}/saml/${name}/metadata"`);
  });

  it('is not there where none is configured', async () => {
    const product = await openProduct();
    for (const [path, method] of [
      [`/saml/${name}/metadata`, 'GET'],
      [`/saml/${name}/antwort`, 'POST'],
      [`/saml/${name}/start`, 'POST'],
      [`/saml/${name}/weiter/x`, 'GET'],
    ] as const)
      expect((await product.app.request(path, { method })).status).toBe(404);
    await product.close();
  });
});
