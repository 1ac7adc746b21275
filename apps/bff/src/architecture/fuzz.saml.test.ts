import { samlProviders } from '@jena/shared/identity';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SamlError } from '../adapters/saml/port.ts';
import { openSamlWorld, type SamlWorld } from '../adapters/saml/saml.testkit.ts';
import { garbled } from './fuzz.testing.ts';

let world: SamlWorld;
beforeAll(async () => {
  world = await openSamlWorld();
}, 60_000);
afterAll(() => world?.stop());

describe.each(samlProviders)('an answer of %s that was changed on the way', (name) => {
  it('is read as it was signed, or refused with a reason of ours', async () => {
    const { provider } = world[name];
    const { samlResponse } = await world[name].answer();
    const right = provider.read(samlResponse);
    const xml = Buffer.from(samlResponse, 'base64').toString('utf8');
    fc.assert(
      fc.property(garbled(xml), (text) => {
        try {
          const read = provider.read(Buffer.from(text).toString('base64'));
          // Space around the root is not signed, and changes nothing.
          expect(read).toEqual(right);
        } catch (error) {
          expect(error).toBeInstanceOf(SamlError);
          expect((error as SamlError).reason).toBe('untrusted');
        }
      }),
      { numRuns: 200 },
    );
  });
});
