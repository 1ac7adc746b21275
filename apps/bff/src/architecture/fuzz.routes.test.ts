import { type AccountId, newId } from '@jena/shared/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSqlite } from '../platform/testing/stores.ts';
import { openTown, type Town } from './authorisation.testing.ts';
import { garbled, spoilt } from './fuzz.testing.ts';
import {
  mountedRoutes,
  type Route,
  rightRequest,
  routes,
  type Sent,
  send,
  strangersCookies,
} from './routes.testing.ts';

/** Words that only we should ever read: where our code lies, what the database and the runtime say. */
const innerWords =
  /node_modules|\/src\/|\.ts:\d|\bat (async )?[\w.<>]+ \(|sqlite|drizzle|pglite|syntax error|TypeError|ZodError/i;

let town: Town;
let cookie: string;
beforeAll(async () => {
  town = await openTown(await openTestSqlite(), 'evidence_requested');
  cookie = await strangersCookies(town, newId<'account'>() as AccountId);
});
afterAll(async () => {
  await town.close();
  await town.store.close();
});

/** What a client can put into a header at all (RFC 9110). */
const inHeader = fc.stringMatching(/^[\u0021-\u007e\u00a1-\u00ff]{0,60}$/);

/** A right request with its address, body, query or headers spoilt; often more than one of them. */
function spoiltRequest(route: Route, right: Sent): fc.Arbitrary<Sent> {
  const { named, body, query, headers } = right;
  const odd = fc.oneof(
    garbled(named),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('..', '%00', '\u0000', 'a'.repeat(5000)),
  );
  const texts = (of: Record<string, string>, value: fc.Arbitrary<string>) =>
    fc.record(
      Object.fromEntries(
        Object.entries(of).map(([name, kept]) => [name, fc.oneof(fc.constant(kept), value)]),
      ),
    );
  return fc.record({
    named: fc.oneof({ weight: route.owned ? 3 : 1, arbitrary: fc.constant(named) }, odd),
    body:
      body === undefined
        ? fc.constant(undefined)
        : fc.oneof(
            ...(route.json === undefined
              ? []
              : [spoilt(route.json).map((value) => JSON.stringify(value) ?? '')]),
            garbled(body),
          ),
    query: texts(
      query,
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
    ),
    headers: texts(headers, inHeader),
  });
}

it('every way into the product is one that the tests here know', () => {
  expect(Object.keys(routes).toSorted()).toEqual(mountedRoutes(town).toSorted());
});

describe.each(Object.entries(routes))('%s', (name, route) => {
  it('answers whatever is sent: no fault, nothing of how we are built, all its headers, nothing of others', async () => {
    await fc.assert(
      fc.asyncProperty(spoiltRequest(route, rightRequest(town, route)), fc.boolean(), async (sent, isIn) => {
        const headers = { ...sent.headers, ...(isIn ? { cookie } : {}) };
        const answer = await send(town, name, { ...sent, headers });
        // A queue of events never ends by itself; its first words are not waited for.
        const text = answer.headers.get('content-type')?.includes('event-stream') ? '' : await answer.text();
        // Readiness is allowed to say no.
        if (name !== 'GET /readyz') expect(answer.status).toBeLessThan(500);
        expect(text).not.toMatch(innerWords);
        expect(text).not.toContain(town.ids.name);
        if (route.owned) expect(answer.ok).toBe(false);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
        expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors '(none|self)'/);
        expect(answer.headers.get('referrer-policy')).toBe('same-origin');
        expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
        for (const line of answer.headers.getSetCookie())
          expect(line).toMatch(/^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=(Lax|Strict)$/);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe.each(Object.entries(routes).filter(([name]) => !name.startsWith('GET ')))('%s', (name, route) => {
  it('does nothing for a page of another site', async () => {
    const right = rightRequest(town, route);
    const headers = {
      ...right.headers,
      cookie,
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    };
    const answer = await send(town, name, { ...right, headers });
    if (route.delivery) expect(answer.headers.getSetCookie()).toEqual([]);
    else {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { appCode: 'platform.cross_site' } });
    }
  });
});
