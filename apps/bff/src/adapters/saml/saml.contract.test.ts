import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/xml.ts';
import { createBundId } from './adapter.ts';
import { bundIdAttributes } from './bundid.ts';
import { SamlError } from './port.ts';
import { clock, newRequestId, openSamlWorld, type SamlWorld } from './saml.testkit.ts';
import { bundIdConfig } from './settings.ts';

let world: SamlWorld;
beforeAll(async () => {
  world = await openSamlWorld();
}, 60_000);
afterAll(() => world?.stop());

describe('BundID', () => {
  it('is asked for the pseudonym and the level alone, at a login and to link', async () => {
    for (const purpose of ['login', 'link'] as const) {
      const { asked, answerUrl, serviceProvider } = await world.answer({}, { purpose });
      expect(asked).toEqual([bundIdAttributes.bpk2, bundIdAttributes.level]);
      expect(answerUrl).toBe('http://localhost:3999/saml/bundid/antwort');
      expect(serviceProvider).toBe('http://localhost:3999/saml/bundid/metadata');
    }
  });

  it('says who a person is where an account begins, and how surely that is known', async () => {
    const requestId = newRequestId();
    const read = await world.read(
      { person: 'henrik', way: 'Elster' },
      { purpose: 'registration', requestId },
    );
    expect(read).toMatchObject({
      requestId,
      identity: {
        level: 'substantial',
        person: {
          familyName: 'Vollrath',
          givenNames: 'Henrik',
          origin: { provider: 'bundid', level: 'substantial' },
        },
      },
    });
  });

  it.each([
    ['Benutzername', 'normal'],
    ['Elster', 'substantial'],
    ['eID', 'high'],
  ] as const)('by %s proves the level %s', async (way, level) => {
    expect(await world.read({ way })).toMatchObject({ identity: { level, person: { familyName: null } } });
  });

  it('knows a person again by the same pseudonym, whatever way they take', async () => {
    const subjects = await Promise.all(
      [{ way: 'eID' }, { way: 'Benutzername' }, { person: 'erika' }].map(async (person) => {
        const read = await world.read(person);
        return read instanceof SamlError ? read.reason : read.identity.subject;
      }),
    );
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[0]).not.toBe(subjects[2]);
  });

  it('offers only ways that prove enough, and says so when the person cannot', async () => {
    expect((await world.answer({}, { level: 'high' })).ways).toEqual(['eID']);
    expect((await world.answer({}, { level: 'substantial' })).ways).toEqual(['Elster', 'eID']);
    expect(await world.read({ way: 'Benutzername' }, { level: 'substantial' })).toMatchObject({
      reason: 'level_too_low',
    });
  });

  it('says that a person turned back, and to which request', async () => {
    const requestId = newRequestId();
    expect(await world.read({ outcome: 'cancel' }, { requestId })).toMatchObject({
      reason: 'cancelled',
      requestId,
    });
    expect(await world.read({ outcome: 'refuse' }, { requestId })).toMatchObject({ reason: 'refused' });
  });

  it.each([
    ['RSA with PKCS#1 v1.5 and SHA-256', 'rsa'],
    ['OAEP by its older name', 'mgf1p'],
  ])('may use %s', async (_what, misbehave) => {
    expect(await world.read({ misbehave })).toMatchObject({ identity: { level: 'high' } });
  });

  it.each([
    ['unsigned_response', /not exactly one signature/],
    ['unsigned_assertion', /not exactly one signature/],
    ['sha1_response', /signature method not allowed/],
    ['sha1_assertion', /signature method not allowed/],
    ['sha1_digest', /digest not allowed/],
    ['stranger_response', /no valid certificate/],
    ['stranger_assertion', /no valid certificate/],
    ['altered', /no valid certificate/],
    ['wrapped_response', /something else than the root/],
    ['wrapped_response_twin', /an id is not unique/],
    ['wrapped_assertion', /something else than the root/],
    ['wrapped_twin', /an id is not unique/],
    ['two_assertions', /not exactly one assertion/],
    ['plain_assertion', /not exactly one/],
    ['plain_unsigned', /not exactly one assertion, encrypted/],
    ['cbc', /content cipher not allowed/],
    ['doctype_response', /a document type/],
    ['doctype_assertion', /a document type/],
    ['attribute_twice', /stands twice/],
    ['stale', /not made now/],
    ['future', /not made now/],
    ['old_login', /not proven now/],
    ['wrong_audience', /another audience/],
    ['wrong_recipient', /another recipient/],
    ['wrong_destination', /somebody else/],
    ['wrong_issuer', /issued by somebody else/],
    ['other_request_inside', /answers something else/],
    ['holder_of_key', /confirmed in another way/],
    ['not_xml', /not one Response/],
  ])('is not believed when the answer is: %s', async (misbehave, why) => {
    const error = await world.read({ misbehave });
    expect(error).toMatchObject({ reason: 'untrusted', requestId: undefined });
    expect((error as SamlError).message).toMatch(why);
  });

  it('must give a pseudonym: without one nobody can be known again', async () => {
    expect(await world.read({ misbehave: 'no_subject' })).toMatchObject({ reason: 'no_subject' });
  });

  it('cannot make one person of another by a comment inside the pseudonym', async () => {
    const [right, commented] = [await world.read({}), await world.read({ misbehave: 'comment_in_subject' })];
    expect(commented).toHaveProperty(
      'identity.subject',
      (right as { identity: { subject: string } }).identity.subject,
    );
  });

  it('proves the lower level where login and attribute differ', async () => {
    const way = 'Benutzername';
    expect(await world.read({ way, misbehave: 'level_conflict' })).toMatchObject({
      identity: { level: 'normal' },
    });
    expect(await world.read({ misbehave: 'less_than_asked' })).toMatchObject({
      identity: { level: 'normal' },
    });
  });
});

describe('answers', () => {
  it('are read a little late, but no later', async () => {
    const { samlResponse } = await world.answer({});
    const at = (minutes: number) =>
      createBundId(world.config, { clock: { now: () => new Date(Date.now() + minutes * 60_000) } });
    expect(at(4).read(samlResponse)).toHaveProperty('identity');
    expect(() => at(6).read(samlResponse)).toThrow(/not made now/);
    expect(() => at(-3).read(samlResponse)).toThrow(/not made now/);
  });

  it('are refused when the provider’s certificate is another one, or none', async () => {
    const { samlResponse } = await world.answer({});
    const stranger = readFileSync(join(world.sandbox.endpoints.dir, 'stranger-signing.crt.pem'), 'utf8');
    const { idp } = world.config;
    const pinned = (certs: string[]) => createBundId({ ...world.config, idp: { ...idp, certs } }, { clock });
    expect(() => pinned([stranger]).read(samlResponse)).toThrow(SamlError);
    expect(() => pinned([]).read(samlResponse)).toThrow(SamlError);
    expect(pinned([stranger, ...idp.certs]).read(samlResponse)).toHaveProperty('identity');
  });

  it.each(['', '%%%', 'PGE+', Buffer.from('<a/>').toString('base64'), 'AAAA'.repeat(1000)])(
    'that are none are refused: %#',
    (posted) => expect(() => world.bundId.read(posted)).toThrow(SamlError),
  );

  it('are refused when they were meant for another service', async () => {
    const { samlResponse } = await world.answer({});
    const sp = { ...world.config.sp, entityId: 'https://other.example' };
    expect(() => createBundId({ ...world.config, sp }, { clock }).read(samlResponse)).toThrow(
      /another audience/,
    );
  });
});

describe('our own side', () => {
  it('asks in the provider’s own words, at its address', () => {
    const requestId = newRequestId();
    const { fields, action } = world.bundId.begin({ requestId, purpose: 'login', level: 'high' });
    const root = parseXml(
      Buffer.from(fields['SAMLRequest'] ?? '', 'base64').toString('utf8'),
    ).documentElement;
    expect(root?.getAttribute('Destination')).toBe(action);
    expect(root?.getAttribute('ID')).toBe(requestId);
    expect(root?.getAttribute('ForceAuthn')).toBe('true');
    expect(root?.getElementsByTagName('saml2:AuthnContextClassRef').item(0)?.textContent).toBe(
      'STORK-QAA-Level-4',
    );
  });

  it('says who we are, with our certificate and the address of answers', () => {
    const { documentElement: root } = parseXml(world.bundId.metadata());
    expect(root?.getAttribute('entityID')).toBe(world.config.sp.entityId);
    const service = root?.getElementsByTagName('md:AssertionConsumerService').item(0);
    expect(service?.getAttribute('Location')).toBe(world.config.sp.answerUrl);
    const [certificate] = Array.from(root?.getElementsByTagName('ds:X509Certificate') ?? []);
    expect(world.config.sp.cert.replaceAll(/\s/g, '')).toContain(certificate?.textContent);
  });

  it('is not there without settings, and refuses the sandbox’s certificates in production', () => {
    const production = { NODE_ENV: 'production', PUBLIC_ORIGIN: 'https://service.jena.de' };
    expect(bundIdConfig({ env: {}, mode: 'production', publicOrigin: 'https://service.jena.de' })).toBe(
      undefined,
    );
    const { cert, own } = world.sandbox.endpoints.bundid;
    const env = {
      ...production,
      BUNDID_ENTITY_ID: 'https://id.bund.de/idp',
      BUNDID_LOGIN_URL: 'https://id.bund.de/idp/profile/SAML2/POST/SSO',
      BUNDID_CERT_FILE: cert,
      BUNDID_KEY_FILE: own.key,
      BUNDID_OWN_CERT_FILE: own.cert,
    };
    const config = bundIdConfig({ env, mode: 'production', publicOrigin: 'https://service.jena.de' });
    if (config === undefined) throw new Error('no configuration');
    expect(() => createBundId(config, { clock })).toThrow(/sandbox/);
    const { idp } = world.config;
    const overHttp = { ...world.config, idp: { ...idp, loginUrl: 'http://id.example/sso' } };
    expect(() => createBundId(overHttp, { clock })).toThrow(/https/);
  });
});
