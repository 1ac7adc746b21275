import { describe, expect, it } from 'vitest';
import { namespaces, parseXml } from '../xml/xml.ts';
import { readResult } from './answers.ts';
import { EidError, type EidMinor, eidDomainError, eidMinors, isAlarming } from './errors.ts';

/** What each word of the eID server means for the person, and whether an operator must hear of it at once. */
const meanings: Record<EidMinor, [sentence: string, alarm: boolean]> = {
  'common#internalError': ['identity.eid_failed', false],
  'common#schemaViolation': ['identity.eid_failed', true],
  'useID#invalidPSK': ['identity.eid_failed', true],
  'useID#tooManyOpenSessions': ['identity.eid_busy', false],
  'useID#missingArgument': ['identity.eid_failed', true],
  'useID#missingTerminalRights': ['identity.eid_failed', true],
  // Asked again a few times before it comes to this.
  'getResult#noResultYet': ['identity.eid_failed', false],
  'getResult#invalidSession': ['identity.eid_expired', false],
  'getResult#invalidCounter': ['identity.eid_failed', true],
  'getResult#deniedDocument': ['identity.eid_card_kind', false],
  'getResult#invalidDocument': ['identity.eid_denied', false],
};

/** What the client makes of a refusal: a reason, or that there is no result yet. */
function understood(minor: string): EidError | 'pending' {
  const answer = parseXml(
    `<getResultResponse xmlns="${namespaces.eid}"><Result xmlns="${namespaces.dss}">` +
      '<ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error</ResultMajor>' +
      `<ResultMinor>http://www.bsi.bund.de/eid/server/2.0/resultminor/${minor}</ResultMinor>` +
      '<ResultMessage>Frau Mustermann aus Köln</ResultMessage></Result></getResultResponse>',
  ).documentElement;
  if (answer === null) throw new Error('no answer');
  try {
    if (readResult(answer).pending) return 'pending';
  } catch (error) {
    if (error instanceof EidError) return error;
  }
  throw new Error('taken for a result');
}

describe('the words of the eID server', () => {
  it('are eleven', () => {
    expect(eidMinors).toHaveLength(11);
    expect(new Set(eidMinors).size).toBe(11);
  });

  it.each(eidMinors)('%s is understood, and told as it is meant', (minor) => {
    const [sentence, alarm] = meanings[minor];
    const found = understood(minor);
    if (minor === 'getResult#noResultYet') expect(found).toBe('pending');
    else {
      expect(found).toMatchObject({ reason: minor });
      // The server's own message may name a person; it goes nowhere.
      expect(String(found)).not.toMatch(/Mustermann|Köln/);
    }
    const error = new EidError(minor);
    expect([eidDomainError(error).code, isAlarming(minor)]).toEqual([sentence, alarm]);
  });

  it.each([
    ['unreachable', 'identity.eid_unavailable', false],
    ['untrusted_answer', 'identity.eid_failed', true],
    ['unknown_answer', 'identity.eid_failed', true],
  ] as const)('and what it never says itself, %s, is told as well', (reason, sentence, alarm) => {
    expect([eidDomainError(new EidError(reason)).code, isAlarming(reason)]).toEqual([sentence, alarm]);
  });
});
