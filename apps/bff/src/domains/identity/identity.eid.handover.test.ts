import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Logins, openLogins } from './identity.testing.ts';

let world: Logins;
beforeAll(async () => {
  world = await openLogins();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(async () => {
  world.clock.set(new Date().toISOString());
  await world.login(world.browser(), 'henrik');
});

const session = '__Host-jena_session';

/** Begins in the app; the card is read; the way back opens in a browser that shares no cookies with it. */
async function begin(app: Browser, returnTo = '/vorgaenge') {
  const safari = world.browser();
  const refreshUrl = await world.present(await world.start(app, returnTo), 'henrik');
  return { safari, refreshUrl };
}

/** Asks for the code, as the page's button does; undefined when there is none. */
async function codeIn(safari: Browser, refreshUrl: string): Promise<string | undefined> {
  const { pathname } = new URL(refreshUrl);
  const answer = await safari.post(`${pathname}/code`, {});
  return /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await answer.text())?.[0];
}

/** Types a code in the app; gives where it leads, or the code of the refusal. */
async function type(app: Browser, code: string | undefined): Promise<string> {
  const answer = await app.post('/eid/code', { code: code ?? '' });
  const body = (await answer.json()) as { to?: string; error?: { appCode: string } };
  return body.to ?? body.error?.appCode ?? '';
}

const wrong = (code: string | undefined) => (code?.startsWith('A') ? 'B' : 'A') + (code ?? '').slice(1);

describe('a reading that ends in another browser', () => {
  it('asks there who began, and logs nobody in', async () => {
    const { safari, refreshUrl } = await begin(world.browser());
    for (let times = 0; times < 2; times++) {
      const answer = await safari.request(refreshUrl);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(text).toContain('Haben Sie selbst begonnen?');
      expect(text).not.toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
    }
    expect(safari.cookies.has(session)).toBe(false);
  });

  it('goes on where it began, once the code is typed there, as people type', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    await safari.request(refreshUrl);
    const code = await codeIn(safari, refreshUrl);
    expect(await app.call('identity.me')).toEqual({ kind: 'anonymous' });
    expect(await type(app, ` ${code?.toLowerCase().replace('-', ' ')} `)).toBe('/vorgaenge');
    expect(await app.call('identity.me')).toMatchObject({ kind: 'citizen', levelOfAssurance: 'high' });
    expect(safari.cookies.has(session)).toBe(false);
  });

  it('needs no code where it began', async () => {
    const app = world.browser();
    const { refreshUrl } = await begin(app);
    expect((await app.request(refreshUrl)).headers.get('location')).toBe('/vorgaenge');
  });

  it('speaks the language in which it began', async () => {
    const { safari, refreshUrl } = await begin(world.browser(), '/en/konto');
    expect(await (await safari.request(refreshUrl)).text()).toContain('Did you start this yourself?');
  });
});

describe('a code', () => {
  it('is worth nothing in any other browser, not even in the one that shows it', async () => {
    const [app, stranger] = [world.browser(), world.browser()];
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    // The stranger began a reading too, and waits for its code.
    await begin(stranger);
    for (const other of [safari, stranger]) {
      expect(await type(other, code)).toBe('identity.eid_expired');
      expect(other.cookies.has(session)).toBe(false);
    }
    expect(await type(app, code)).toBe('/vorgaenge');
  });

  it('of somebody else opens nothing where another reading began', async () => {
    const [app, stranger] = [world.browser(), world.browser()];
    const mine = await begin(app);
    const theirs = await begin(stranger);
    const code = await codeIn(mine.safari, mine.refreshUrl);
    await codeIn(theirs.safari, theirs.refreshUrl);
    expect(await type(stranger, code)).toBe('identity.eid_code_wrong');
    expect(stranger.cookies.has(session)).toBe(false);
  });

  it('can be guessed three times, then the reading is over for the right one too', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    expect(await type(app, wrong(code))).toBe('identity.eid_code_wrong');
    expect(await type(app, wrong(code))).toBe('identity.eid_code_wrong');
    expect(await type(app, wrong(code))).toBe('identity.eid_expired');
    expect(await type(app, code)).toBe('identity.eid_expired');
    expect((await app.request(refreshUrl)).headers.get('location')).toContain('eid_expired');
    expect(app.cookies.has(session)).toBe(false);
  });

  it('cannot be guessed more often by guessing at once', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    const guesses = await Promise.all(Array.from({ length: 8 }, () => type(app, wrong(code))));
    expect(guesses.filter((answer) => answer === 'identity.eid_code_wrong').length).toBeLessThanOrEqual(2);
    expect(await type(app, code)).toBe('identity.eid_expired');
  });

  it('is not compared any more once its tries are used up, also before the reading is over', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    const { identityEidLogins } = world.store.tables;
    // As it stands for a moment when several guess at once.
    await world.store.transaction(
      async (tx) => {
        await tx.update(identityEidLogins).set({ codeTries: 3 });
      },
      { changesPublicData: false },
    );
    expect(await type(app, code)).toBe('identity.eid_expired');
    expect(app.cookies.has(session)).toBe(false);
  });

  it('is good for two minutes', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    world.clock.advance(2 * 60_000 + 1);
    expect(await type(app, code)).toBe('identity.eid_expired');
    expect(app.cookies.has(session)).toBe(false);
  });

  it('is good once', async () => {
    const app = world.browser();
    const { safari, refreshUrl } = await begin(app);
    const code = await codeIn(safari, refreshUrl);
    const answers = await Promise.all([type(app, code), type(app, code)]);
    expect(answers.sort()).toEqual(['/vorgaenge', 'identity.eid_expired']);
    expect(await type(app, code)).toBe('identity.eid_expired');
  });

  it('is shown once, and not when the reading ended or is too old', async () => {
    const app = world.browser();
    const first = await begin(app);
    expect(await codeIn(first.safari, first.refreshUrl)).toBeDefined();
    expect(await codeIn(first.safari, first.refreshUrl)).toBeUndefined();
    const second = await begin(app);
    await app.request(second.refreshUrl);
    expect(await codeIn(second.safari, second.refreshUrl)).toBeUndefined();
    const third = await begin(app);
    world.clock.advance(10 * 60_000 + 1);
    expect(await codeIn(third.safari, third.refreshUrl)).toBeUndefined();
    expect(await codeIn(world.browser(), `${world.origin}/eid/refresh/unknown`)).toBeUndefined();
  });

  it('is no code when it is none', async () => {
    for (const code of ['', 'ABCD', 'ABCD-EFG1', 'x'.repeat(400)]) {
      const answer = await world.browser().post('/eid/code', { code });
      expect(answer.status).toBe(400);
    }
  });
});
