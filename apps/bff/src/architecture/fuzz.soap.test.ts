import { XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readResult } from '../adapters/eid/answers.ts';
import { type EidWorld, openEidWorld } from '../adapters/eid/eid.testkit.ts';
import { EidError } from '../adapters/eid/errors.ts';
import { signedEnvelope } from '../adapters/eid/sign.ts';
import { verifiedBody } from '../adapters/eid/verify.ts';
import { namespaces, parseXml } from '../adapters/xml/xml.ts';
import { garbled } from './fuzz.testing.ts';

/** Now, since the sandbox's certificates are valid from when it made them. */
const at = new Date();
const answer =
  `<eid:getResultResponse xmlns:eid="${namespaces.eid}"><eid:PersonalData><eid:GivenNames>Erika</eid:GivenNames>` +
  '<eid:FamilyNames>Mustermann</eid:FamilyNames><eid:DateOfBirth><eid:DateString>19640812</eid:DateString>' +
  '</eid:DateOfBirth><eid:RestrictedID><eid:ID>a1b2</eid:ID></eid:RestrictedID></eid:PersonalData>' +
  '<Result xmlns="urn:oasis:names:tc:dss:1.0:core:schema"><ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/' +
  'resultmajor#ok</ResultMajor></Result></eid:getResultResponse>';

let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());

it('an answer of the eID server that was changed on the way is read as it was signed, or refused', () => {
  const { signing } = world.config;
  const message = signedEnvelope(answer, signing, at);
  const read = (text: string) => new XMLSerializer().serializeToString(verifiedBody(text, signing.cert, at));
  const right = read(message);
  fc.assert(
    fc.property(garbled(message), (text) => {
      let found: string;
      try {
        found = read(text);
      } catch (error) {
        // A reason of ours: short, and quoting nothing of what came.
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(TypeError);
        expect((error as Error).message).toMatch(/^[\w ,-]{4,80}$/);
        return;
      }
      expect(found).toBe(right);
    }),
    { numRuns: 400 },
  );
});

it('an answer that is rightly signed, but makes no sense, is read or refused with a reason of ours', () => {
  fc.assert(
    fc.property(garbled(answer), (text) => {
      let root: ReturnType<typeof parseXml>['documentElement'];
      try {
        root = parseXml(text).documentElement;
      } catch {
        return;
      }
      if (root === null) return;
      try {
        readResult(root);
      } catch (error) {
        expect(error).toBeInstanceOf(EidError);
      }
    }),
    { numRuns: 1_000 },
  );
});
