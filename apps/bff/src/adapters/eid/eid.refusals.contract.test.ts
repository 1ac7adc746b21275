import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEid } from './adapter.ts';
import { clock, type EidWorld, login, openEidWorld, reasonOf } from './eid.testkit.ts';
import type { UseIdRequest } from './port.ts';

let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());

describe('what the server refuses', () => {
  beforeEach(() => world.set({ sessionLimit: 200, sessionSeconds: 300, forgetSessions: true }));

  it('gives no result before the card was read', async () => {
    const session = await world.eid.useId(login);
    expect(await world.eid.getResult(session.sessionId, 1)).toEqual({ pending: true });
    await world.present(session, 'lena');
    expect((await world.eid.getResult(session.sessionId, 2)).pending).toBe(false);
  });

  it('gives a result only once', async () => {
    const session = await world.eid.useId(login);
    await world.present(session, 'lena');
    await world.eid.getResult(session.sessionId, 1);
    expect(await reasonOf(world.eid.getResult(session.sessionId, 2))).toBe('getResult#invalidSession');
  });

  it('ends the session when the counter does not rise by one', async () => {
    const session = await world.eid.useId(login);
    expect(await reasonOf(world.eid.getResult(session.sessionId, 2))).toBe('getResult#invalidCounter');
    expect(await reasonOf(world.eid.getResult(session.sessionId, 1))).toBe('getResult#invalidSession');
  });

  it('refuses a revoked card and a kind of card that is not allowed', async () => {
    for (const [person, reason] of [
      ['rolf', 'getResult#invalidDocument'],
      ['smart-eid', 'getResult#deniedDocument'],
    ] as const) {
      const session = await world.eid.useId(login);
      await world.present(session, person);
      expect(await reasonOf(world.eid.getResult(session.sessionId, 1))).toBe(reason);
    }
  });

  it('refuses more sessions than it can hold', async () => {
    await world.set({ sessionLimit: 0 });
    expect(await reasonOf(world.eid.useId(login))).toBe('useID#tooManyOpenSessions');
  });

  it('forgets a session that took too long', async () => {
    await world.set({ sessionSeconds: 0 });
    const { sessionId } = await world.eid.useId(login);
    expect(await reasonOf(world.eid.getResult(sessionId, 1))).toBe('getResult#invalidSession');
  });

  it('refuses weak keys, missing arguments and rights that the terminal lacks', async () => {
    const weak = { ...login, psk: { id: 'abcdefgh', key: 'abcd' } };
    expect(await reasonOf(world.eid.useId(weak))).toBe('useID#invalidPSK');
    const noAge: UseIdRequest = { ...login, operations: { AgeVerification: 'REQUIRED' } };
    expect(await reasonOf(world.eid.useId(noAge))).toBe('useID#missingArgument');
    const badPlace: UseIdRequest = { ...login, communityId: 'Jena' };
    expect(await reasonOf(world.eid.useId(badPlace))).toBe('common#schemaViolation');
    const { rights } = await world.eid.serverInfo();
    await world.set({ rights: rights.filter((name) => name !== 'GivenNames') });
    expect(await reasonOf(world.eid.useId(login))).toBe('useID#missingTerminalRights');
    await world.set({ rights });
  });

  it('refuses a message that somebody else signed', async () => {
    const at = world.sandbox.endpoints;
    const key = readFileSync(`${at.dir}/stranger-signing.key.pem`, 'utf8');
    const stranger = createEid({ ...world.config, signing: { ...world.config.signing, key } }, { clock });
    expect(await reasonOf(stranger.useId(login))).toBe('common#internalError');
  });

  it('is not reached without a client certificate, nor with one for other uses', async () => {
    const file = (name: string): string => readFileSync(`${world.sandbox.endpoints.dir}/${name}`, 'utf8');
    const wrong = { ...world.config.tls, key: file('push-tls.key.pem'), cert: file('push-tls.crt.pem') };
    expect(await reasonOf(createEid({ ...world.config, tls: wrong }, { clock }).serverInfo())).toBe(
      'unreachable',
    );
    const none = await new Promise((done) => {
      get(world.config.endpoint, { ca: world.config.tls.ca }, () => done('answered')).on('error', () =>
        done('refused'),
      );
    });
    expect(none).toBe('refused');
  });

  it('is not called when its certificate comes from somebody else', async () => {
    const elsewhere = { ...world.config.tls, ca: rootCertificates[0] ?? '' };
    expect(await reasonOf(createEid({ ...world.config, tls: elsewhere }, { clock }).serverInfo())).toBe(
      'unreachable',
    );
  });
});

describe('answers that must not be believed', () => {
  // The cause is named too: each rule of the verifier must bite by itself.
  it.each([
    ['wrapped', 'the body is not what was signed'],
    ['wrapped_twin', 'an id is not unique'],
    ['unsigned', 'not exactly one signature'],
    ['two_signatures', 'not exactly one signature'],
    ['stranger', 'the signature does not fit'],
    ['altered', 'the signature does not fit'],
    ['stale', 'created too far from now'],
    ['doctype', 'a document type is not allowed'],
    ['huge', 'too large'],
    ['other_psk', 'another key came back'],
    ['not_xml', 'no SOAP envelope'],
  ])('refuses one that is %s', async (misbehave, cause) => {
    await world.set({ misbehave });
    const psk = { id: `own-${misbehave}-key`, key: 'cd'.repeat(32) };
    const refused = world.eid.useId({ ...login, psk });
    await expect(refused).rejects.toThrow(cause);
    expect(await reasonOf(refused)).toBe('untrusted_answer');
  });

  it('refuses every answer when our clock is wrong', async () => {
    const late = createEid(world.config, { clock: { now: () => new Date(Date.now() + 3_600_000) } });
    expect(await reasonOf(late.serverInfo())).not.toBe('no error');
  });

  it('refuses every answer when another certificate is pinned', async () => {
    const other = createEid({ ...world.config, serverSigningCert: world.config.signing.cert }, { clock });
    expect(await reasonOf(other.serverInfo())).toBe('untrusted_answer');
  });

  it('does not start with the sandbox in production', () => {
    expect(() => createEid({ ...world.config, production: true }, { clock })).toThrow('sandbox');
  });

  it('does not start without TLS', () => {
    expect(() => createEid({ ...world.config, endpoint: 'http://localhost:1/eid' }, { clock })).toThrow(
      'https',
    );
  });
});
