import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseXml } from '../adapters/xml/xml.ts';
import { describeProcedures } from '../platform/http/procedures.ts';
import { citizenActor } from '../platform/testing/context.ts';
import { openTestSqlite } from '../platform/testing/stores.ts';
import { publicQuery, router } from '../platform/trpc.ts';
import { newKey } from '../testing/product.ts';
import { call, openTown, rightCalls, type Town } from './authorisation.testing.ts';
import { garbled, spoilt } from './fuzz.testing.ts';

/** A failure that nobody foresaw answers so. */
const unforeseen = 'platform.unexpected';
const runs = { numRuns: 100, endOnFailure: true };

/** A key that was used before would be refused before anything else is looked at. */
function withFreshKey(right: unknown, sent: unknown): unknown {
  const { idempotencyKey } = (right ?? {}) as { idempotencyKey?: string };
  const given = (sent ?? {}) as { idempotencyKey?: unknown };
  if (idempotencyKey === undefined || given.idempotencyKey !== idempotencyKey) return sent;
  return { ...given, idempotencyKey: newKey() };
}

let town: Town;
beforeAll(async () => {
  town = await openTown(await openTestSqlite(), 'evidence_requested');
});
afterAll(async () => {
  await town.close();
  await town.store.close();
});

describe('whatever somebody sends', () => {
  it.each(Object.entries(rightCalls))('%s answers with a reason that was foreseen', async (path, right) => {
    const type = describeProcedures(town.router).get(path)?.kind ?? 'query';
    const input = await right.input(town);
    const actor = right.by(town);
    await fc.assert(
      fc.asyncProperty(spoilt(input), async (changed) => {
        const sent = withFreshKey(input, changed);
        const outcome = await call(town.router, town, { path, type, actor, input: sent });
        if ('code' in outcome) expect(outcome.code, JSON.stringify(sent)?.slice(0, 300)).not.toBe(unforeseen);
      }),
      runs,
    );
  });

  it('an unforeseen failure would be noticed', async () => {
    const careless = router({
      length: publicQuery({ audit: 'none' })
        .input(z.unknown())
        .output(z.object({ length: z.number() }))
        .query(({ input }) => ({ length: (input as { text: string }).text.length })),
    });
    const outcome = await call(careless, town, {
      path: 'length',
      type: 'query',
      actor: citizenActor(),
      input: {},
    });
    expect(outcome).toMatchObject({ code: unforeseen });
  });

  it('as an address or a body, is answered, never with 500', async () => {
    const piece = fc.oneof(
      fc.constantFrom('trpc', 'uploads', 'eid', 'files', '..', '%2e%2e', '%', 'cases.mine', '.git', ''),
      fc.constantFrom('saml', 'bundid', 'muk', 'start', 'antwort', 'weiter', 'metadata'),
      fc.string({ maxLength: 20 }),
    );
    const path = fc.array(piece, { maxLength: 5 }).map((pieces) => `/${pieces.join('/')}`);
    const method = fc.constantFrom('GET', 'POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS', 'PUT');
    await fc.assert(
      fc.asyncProperty(path, method, fc.string({ maxLength: 300 }), async (address, verb, body) => {
        let url: URL;
        try {
          url = new URL(address, town.deps.config.publicOrigin);
        } catch {
          return;
        }
        if (url.origin !== town.deps.config.publicOrigin) return;
        const bare = verb === 'GET' || verb === 'HEAD';
        const headers = {
          origin: url.origin,
          'content-type': 'application/json',
          'tus-resumable': '1.0.0',
          'upload-length': body.slice(0, 12).replace(/[^\x20-\x7e]/g, ''),
          'upload-offset': '0',
        };
        const answer = await town.app.request(url, { method: verb, headers, ...(bare ? {} : { body }) });
        expect(answer.status, `${verb} ${address}`).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });

  it('as XML, is read or refused', () => {
    const right =
      '<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/>' +
      '<e:Body Id="b"><x:useIDResponse xmlns:x="http://bsi.bund.de/eID/"><x:Session><x:ID>a1</x:ID></x:Session>' +
      '</x:useIDResponse></e:Body></e:Envelope>';
    fc.assert(
      fc.property(garbled(right), (text) => {
        try {
          parseXml(text);
        } catch (error) {
          // A reason of ours, not a fault of the parser or of what we make of its document.
          expect(['a document type is not allowed', 'not well-formed']).toContain((error as Error).message);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
