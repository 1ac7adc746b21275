import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { rootCertificates } from 'node:tls';
import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEid } from './adapter.ts';
import { EidError } from './errors.ts';
import type { EidConfig, EidPort, EidResult, UseIdRequest, UseIdResult } from './port.ts';
import { buildTcToken, tcTokenHeaders } from './tctoken.ts';
import { serveOnce } from './token-host.testkit.ts';

const clock = { now: () => new Date() };
const login: UseIdRequest = {
  operations: {
    RestrictedID: 'REQUIRED',
    GivenNames: 'REQUIRED',
    FamilyNames: 'REQUIRED',
    DateOfBirth: 'REQUIRED',
    PlaceOfResidence: 'REQUIRED',
    PlaceOfBirth: 'REQUIRED',
    DocumentType: 'REQUIRED',
    DateOfExpiry: 'REQUIRED',
    Nationality: 'REQUIRED',
    AcademicTitle: 'ALLOWED',
    BirthName: 'ALLOWED',
  },
  transactionInfo: 'Anmeldung im Bürgerkonto der Stadt Jena',
  levelOfAssurance: 'high',
};

let sandbox: RunningSandbox;
let config: EidConfig;
let eid: EidPort;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { eid: at, ca } = sandbox.endpoints;
  const read = (path: string): string => readFileSync(path, 'utf8');
  config = {
    endpoint: at.endpoint,
    serverAddress: at.serverAddress,
    tls: { key: read(at.tls.key), cert: read(at.tls.cert), ca: read(ca) },
    signing: { key: read(at.signing.key), cert: read(at.signing.cert) },
    serverSigningCert: read(at.serverSigningCert),
    timeoutMs: 5000,
    production: false,
  };
  eid = createEid(config, { clock });
}, 60_000);
afterAll(() => sandbox?.stop());

async function set(settings: Record<string, unknown>): Promise<void> {
  const answer = await fetch(sandbox.endpoints.eid.settingsUrl, {
    method: 'POST',
    body: JSON.stringify(settings),
  });
  expect(answer.status).toBe(200);
}

/** Lets the eID client do its part for one session; returns where it sends the browser. */
async function present(
  session: UseIdResult,
  person: string,
  more: { outcome?: string; unticked?: string[] } = {},
): Promise<URL> {
  const host = await serveOnce((origin) => ({
    headers: tcTokenHeaders,
    body: buildTcToken({
      serverAddress: session.serverAddress,
      sessionIdentifier: session.psk.id,
      refreshAddress: `${origin}/back?ref=1`,
      communicationErrorAddress: `${origin}/error`,
      psk: session.psk.key,
    }),
  }));
  try {
    const answer = await fetch(sandbox.endpoints.eid.headlessUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tcTokenURL: `${host.origin}/token`, person, ...more }),
    });
    const { refreshUrl } = (await answer.json()) as { refreshUrl: string };
    return new URL(refreshUrl);
  } finally {
    await host.close();
  }
}

async function read(
  person: string,
  request: UseIdRequest = login,
  unticked: string[] = [],
): Promise<EidResult> {
  const session = await eid.useId(request);
  await present(session, person, { unticked });
  const result = await eid.getResult(session.sessionId, 1);
  if (result.pending) throw new Error('no result yet');
  return result;
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof EidError ? error.reason : `not an EidError: ${error}`),
  );
}

describe('reading a card', () => {
  it('gives what was asked for, in the words of the product', async () => {
    const result = await read('lena');
    expect(result.card).toEqual({
      familyName: 'Okonkwo',
      birthName: 'Hartung',
      givenNames: 'Lena Marie',
      academicTitle: null,
      birthDate: '1996-05-14',
      birthPlace: 'Erfurt',
      nationality: 'D',
      documentType: 'ID',
      validUntil: '2031-04-14',
      address: {
        street: 'Cranachstraße',
        houseNumber: '112',
        postcode: '99423',
        town: 'Weimar',
        country: 'D',
        place: null,
      },
    });
    expect(result.levelOfAssurance).toBe('high');
    expect(result.operations.AcademicTitle).toBe('NOTONCHIP');
    expect(result.operations.ArtisticName).toBe('PROHIBITED');
  });

  it('leaves out what the person unticked, but never what is required', async () => {
    const result = await read('lena', login, ['BirthName', 'FamilyNames']);
    expect(result.card.birthName).toBeNull();
    expect(result.card.familyName).toBe('Okonkwo');
    expect(result.operations.BirthName).toBe('PROHIBITED');
  });

  it('knows a card again by its pseudonym, and a new card of the same person not', async () => {
    const first = await read('lena');
    expect(first.restrictedId).toMatch(/^[0-9a-f]{64}$/);
    expect((await read('lena')).restrictedId).toBe(first.restrictedId);
    expect((await read('lena-neue-karte')).restrictedId).not.toBe(first.restrictedId);
  });

  it('takes a birth date of which only the year is known', async () => {
    expect((await read('amadou')).card.birthDate).toBe('1950');
  });

  it('takes a card without a residence, and one with an address abroad', async () => {
    expect((await read('jannis')).card.address).toBeNull();
    expect((await read('siobhan')).card.address).toMatchObject({
      place: '27 Quay Lane, Galway, Irland',
      town: null,
    });
  });

  it('keeps every letter of long names', async () => {
    const { card } = await read('krzysztof');
    expect(card.givenNames).toBe('Krzysztof Þórarinn Ǆeladin Ğürcan Nguyễn-Phước');
    expect(card.address).toMatchObject({ street: 'Straße des 17. Juni', houseNumber: '135–137 b' });
  });

  it('answers age and place with yes or no, without the data behind them', async () => {
    const request: UseIdRequest = {
      operations: { AgeVerification: 'REQUIRED', PlaceVerification: 'REQUIRED' },
      transactionInfo: 'Probe',
      levelOfAssurance: 'high',
      age: 18,
      communityId: '027616005300',
    };
    const minor = await read('mia', request);
    expect([minor.fulfilsAge, minor.fulfilsPlace, minor.card.birthDate]).toEqual([false, false, null]);
    const local = await read('henrik', request);
    expect([local.fulfilsAge, local.fulfilsPlace]).toEqual([true, true]);
  });

  it('tells what the terminal may read', async () => {
    const info = await eid.serverInfo();
    expect(info.version).toContain('2.4.0');
    expect(info.rights).toContain('RestrictedID');
  });
});

describe('the way back to the browser', () => {
  it('ends at the refresh address, with a hint', async () => {
    const url = await present(await eid.useId(login), 'lena');
    expect(url.pathname).toBe('/back');
    expect(Object.fromEntries(url.searchParams)).toEqual({ ref: '1', ResultMajor: 'ok' });
  });

  it('says when the person cancelled, and there is no result', async () => {
    const session = await eid.useId(login);
    const url = await present(session, 'lena', { outcome: 'cancel' });
    expect(url.searchParams.get('ResultMinor')).toBe('cancellationByUser');
    expect(await reasonOf(eid.getResult(session.sessionId, 1))).toBe('common#internalError');
  });

  it('leads to the error address when the key is not the one of the session', async () => {
    const session = await eid.useId(login);
    const url = await present({ ...session, psk: { id: session.psk.id, key: 'ab'.repeat(32) } }, 'lena');
    expect(url.pathname).toBe('/error');
  });
});

describe('what the server refuses', () => {
  beforeEach(() => set({ sessionLimit: 200, sessionSeconds: 300, forgetSessions: true }));

  it('gives no result before the card was read', async () => {
    const session = await eid.useId(login);
    expect(await eid.getResult(session.sessionId, 1)).toEqual({ pending: true });
    await present(session, 'lena');
    expect((await eid.getResult(session.sessionId, 2)).pending).toBe(false);
  });

  it('gives a result only once', async () => {
    const session = await eid.useId(login);
    await present(session, 'lena');
    await eid.getResult(session.sessionId, 1);
    expect(await reasonOf(eid.getResult(session.sessionId, 2))).toBe('getResult#invalidSession');
  });

  it('ends the session when the counter does not rise by one', async () => {
    const session = await eid.useId(login);
    expect(await reasonOf(eid.getResult(session.sessionId, 2))).toBe('getResult#invalidCounter');
    expect(await reasonOf(eid.getResult(session.sessionId, 1))).toBe('getResult#invalidSession');
  });

  it('refuses a revoked card and a kind of card that is not allowed', async () => {
    for (const [person, reason] of [
      ['rolf', 'getResult#invalidDocument'],
      ['smart-eid', 'getResult#deniedDocument'],
    ] as const) {
      const session = await eid.useId(login);
      await present(session, person);
      expect(await reasonOf(eid.getResult(session.sessionId, 1))).toBe(reason);
    }
  });

  it('refuses more sessions than it can hold', async () => {
    await set({ sessionLimit: 0 });
    expect(await reasonOf(eid.useId(login))).toBe('useID#tooManyOpenSessions');
  });

  it('forgets a session that took too long', async () => {
    await set({ sessionSeconds: 0 });
    const { sessionId } = await eid.useId(login);
    expect(await reasonOf(eid.getResult(sessionId, 1))).toBe('getResult#invalidSession');
  });

  it('refuses weak keys, missing arguments and rights that the terminal lacks', async () => {
    const weak = { ...login, psk: { id: 'abcdefgh', key: 'abcd' } };
    expect(await reasonOf(eid.useId(weak))).toBe('useID#invalidPSK');
    const noAge: UseIdRequest = { ...login, operations: { AgeVerification: 'REQUIRED' } };
    expect(await reasonOf(eid.useId(noAge))).toBe('useID#missingArgument');
    const badPlace: UseIdRequest = { ...login, communityId: 'Jena' };
    expect(await reasonOf(eid.useId(badPlace))).toBe('common#schemaViolation');
    const { rights } = await eid.serverInfo();
    await set({ rights: rights.filter((name) => name !== 'GivenNames') });
    expect(await reasonOf(eid.useId(login))).toBe('useID#missingTerminalRights');
    await set({ rights });
  });

  it('refuses a message that somebody else signed', async () => {
    const at = sandbox.endpoints;
    const key = readFileSync(`${at.dir}/stranger-signing.key.pem`, 'utf8');
    const stranger = createEid({ ...config, signing: { ...config.signing, key } }, { clock });
    expect(await reasonOf(stranger.useId(login))).toBe('common#internalError');
  });

  it('is not reached without a client certificate, nor with one for other uses', async () => {
    const file = (name: string): string => readFileSync(`${sandbox.endpoints.dir}/${name}`, 'utf8');
    const wrong = { ...config.tls, key: file('push-tls.key.pem'), cert: file('push-tls.crt.pem') };
    expect(await reasonOf(createEid({ ...config, tls: wrong }, { clock }).serverInfo())).toBe('unreachable');
    const none = await new Promise((done) => {
      get(config.endpoint, { ca: config.tls.ca }, () => done('answered')).on('error', () => done('refused'));
    });
    expect(none).toBe('refused');
  });

  it('is not called when its certificate comes from somebody else', async () => {
    const elsewhere = { ...config.tls, ca: rootCertificates[0] ?? '' };
    expect(await reasonOf(createEid({ ...config, tls: elsewhere }, { clock }).serverInfo())).toBe(
      'unreachable',
    );
  });
});

describe('answers that must not be believed', () => {
  it.each([
    'wrapped',
    'unsigned',
    'stranger',
    'stale',
    'doctype',
    'two_signatures',
    'altered',
    'huge',
    'other_psk',
    'not_xml',
  ])('refuses one that is %s', async (misbehave) => {
    await set({ misbehave });
    const psk = { id: `own-${misbehave}-key`, key: 'cd'.repeat(32) };
    expect(await reasonOf(eid.useId({ ...login, psk }))).toBe('untrusted_answer');
  });

  it('refuses every answer when our clock is wrong', async () => {
    const late = createEid(config, { clock: { now: () => new Date(Date.now() + 3_600_000) } });
    expect(await reasonOf(late.serverInfo())).not.toBe('no error');
  });

  it('refuses every answer when another certificate is pinned', async () => {
    const other = createEid({ ...config, serverSigningCert: config.signing.cert }, { clock });
    expect(await reasonOf(other.serverInfo())).toBe('untrusted_answer');
  });

  it('does not start with the sandbox in production', () => {
    expect(() => createEid({ ...config, production: true }, { clock })).toThrow('sandbox');
  });

  it('does not start without TLS', () => {
    expect(() => createEid({ ...config, endpoint: 'http://localhost:1/eid' }, { clock })).toThrow('https');
  });
});
