import type { Element } from '@xmldom/xmldom';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { namespaces, parseXml } from '../xml/xml.ts';
import { readResult, readUseId } from './answers.ts';
import { type EidWorld, login, openEidWorld, reasonOf } from './eid.testkit.ts';
import type { UseIdRequest, UseIdResult } from './port.ts';
import { getResultRequest, useIdRequest } from './requests.ts';

/**
 * After module A1_4 (error codes) of the BSI test bed for eID servers, named as there: what our client makes of each
 * refusal. Messages that our client never writes are written here by hand.
 */
let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(() => world.set({ sessionLimit: 200, sessionSeconds: 300, forgetSessions: true }));

const only = (operations: UseIdRequest['operations']): UseIdRequest => ({ ...login, operations });
const sent = async (action: 'useID' | 'getResult', body: string) => {
  const read = (answer: Element) =>
    action === 'useID' ? readUseId(answer, '', undefined) : readResult(answer);
  return reasonOf(world.raw(action, body).then(read));
};
const result = (session: UseIdResult, counter: number) =>
  reasonOf(world.eid.getResult(session.sessionId, counter));

/** A session whose card was read. */
async function presented(person = 'lena'): Promise<UseIdResult> {
  const session = await world.eid.useId(login);
  await world.present(session, person);
  return session;
}

describe('useID', () => {
  it('EID_SERVER_A1_4_01: an age to compare with is missing', async () => {
    expect(await reasonOf(world.eid.useId(only({ AgeVerification: 'REQUIRED' })))).toBe(
      'useID#missingArgument',
    );
  });

  it('EID_SERVER_A1_4_02: a place to compare with is missing', async () => {
    expect(await reasonOf(world.eid.useId(only({ PlaceVerification: 'REQUIRED' })))).toBe(
      'useID#missingArgument',
    );
  });

  it('EID_SERVER_A1_4_03: nothing says what is asked for', async () => {
    const body = useIdRequest(login).replace(/<eid:UseOperations>.*<\/eid:UseOperations>/, '');
    expect(await sent('useID', body)).toBe('common#schemaViolation');
  });

  it.each([
    ['EID_SERVER_A1_4_04: an odd number of characters', 'B'.repeat(73)],
    ['EID_SERVER_A1_4_05: characters that are no hex', `XY${'B'.repeat(72)}`],
    ['EID_SERVER_A1_4_06: too short', 'BBBBBB'],
  ])('%s in the key', async (_id, key) => {
    const psk = { id: 'A'.repeat(32), key };
    expect(await reasonOf(world.eid.useId({ ...login, psk }))).toBe('useID#invalidPSK');
  });

  it('EID_SERVER_A1_4_07: too many sessions at once', async () => {
    await world.set({ sessionLimit: 1 });
    await world.eid.useId(login);
    expect(await reasonOf(world.eid.useId(login))).toBe('useID#tooManyOpenSessions');
  });
});

describe('getResult', () => {
  it('EID_SERVER_A1_4_08: the session took too long', async () => {
    await world.set({ sessionSeconds: 0 });
    expect(await result(await world.eid.useId(login), 1)).toBe('getResult#invalidSession');
  });

  it('EID_SERVER_A1_4_09: a session that nobody opened', async () => {
    await presented();
    expect(await reasonOf(world.eid.getResult('ABCDEF', 1))).toBe('getResult#invalidSession');
  });

  it('EID_SERVER_A1_4_10: no session', async () => {
    const { sessionId } = await presented();
    const body = getResultRequest(sessionId, 1).replace(/<eid:Session>.*<\/eid:Session>/, '');
    expect(await sent('getResult', body)).toBe('common#schemaViolation');
  });

  it('EID_SERVER_A1_4_11: no counter', async () => {
    const { sessionId } = await presented();
    const body = getResultRequest(sessionId, 1).replace(/<eid:RequestCounter>.*<\/eid:RequestCounter>/, '');
    expect(await sent('getResult', body)).toBe('common#schemaViolation');
  });

  it('EID_SERVER_A1_4_12: a counter used before', async () => {
    const session = await world.eid.useId(login);
    expect(await world.eid.getResult(session.sessionId, 1)).toEqual({ pending: true });
    await world.present(session, 'lena');
    expect(await result(session, 1)).toBe('getResult#invalidCounter');
  });

  it('EID_SERVER_A1_4_13: a counter that is no number', async () => {
    const { sessionId } = await presented();
    const body = getResultRequest(sessionId, 1).replace('>1<', '>Z<');
    expect(await sent('getResult', body)).toBe('common#schemaViolation');
  });

  it('EID_SERVER_A1_4_14: a session whose result was fetched', async () => {
    const session = await presented();
    expect((await world.eid.getResult(session.sessionId, 1)).pending).toBe(false);
    expect(await result(session, 2)).toBe('getResult#invalidSession');
  });

  it('EID_SERVER_A1_4_15: a malformed question ends the session', async () => {
    const session = await presented();
    const body = getResultRequest(session.sessionId, 1).replace(
      '</eid:getResultRequest>',
      '<eid:RequestCounter>2</eid:RequestCounter></eid:getResultRequest>',
    );
    expect(await sent('getResult', body)).toBe('common#schemaViolation');
    expect(await result(session, 3)).toBe('getResult#invalidSession');
  });

  it('EID_SERVER_A1_4_16: a wrong counter ends the session', async () => {
    const session = await presented();
    expect(await result(session, 5)).toBe('getResult#invalidCounter');
    expect(await result(session, 1)).toBe('getResult#invalidSession');
  });

  it('EID_SERVER_A1_4_17: a revoked card ends the session', async () => {
    const session = await presented('rolf');
    expect(await result(session, 1)).toBe('getResult#invalidDocument');
    expect(await result(session, 2)).toBe('getResult#invalidSession');
  });

  it.each([
    ['EID_SERVER_A1_2_07', 'getResult#internalError', 'common#internalError'],
    ['EID_SERVER_A1_4_15', 'getResult#schemaViolation', 'common#schemaViolation'],
    ['EID_SERVER_A1_4_07', 'useID#tooManyOpenSessions', 'useID#tooManyOpenSessions'],
    ['a word of no standard', 'getResult#tired', 'unknown_answer'],
  ])('%s: understands %s as servers say it', async (_id, minor, reason) => {
    const answer = parseXml(
      `<getResultResponse xmlns="${namespaces.eid}"><Result xmlns="${namespaces.dss}">` +
        '<ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error</ResultMajor>' +
        `<ResultMinor>http://www.bsi.bund.de/eid/server/2.0/resultminor/${minor}</ResultMinor>` +
        '</Result></getResultResponse>',
    ).documentElement;
    const read = async () => answer && readResult(answer);
    expect(await reasonOf(read())).toBe(reason);
  });
});
