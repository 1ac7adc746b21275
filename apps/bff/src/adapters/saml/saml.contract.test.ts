import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samlProviders } from '@jena/shared/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/xml.ts';
import { createSamlProvider } from './adapter.ts';
import { SamlError } from './port.ts';
import { samlProfiles } from './providers.ts';
import { newRequestId, openSamlWorld, type SamlWorld } from './saml.testkit.ts';
import { samlConfig } from './settings.ts';

let world: SamlWorld;
beforeAll(async () => {
  world = await openSamlWorld();
}, 60_000);
afterAll(() => world?.stop());

// What must hold for every provider, whoever it is.
describe.each(samlProviders)('an answer of %s', (name) => {
  it('says to which request it belongs, also when a person turned back', async () => {
    const requestId = newRequestId();
    expect(await world[name].read({}, { requestId })).toMatchObject({ requestId });
    expect(await world[name].read({ outcome: 'cancel' }, { requestId })).toMatchObject({
      reason: 'cancelled',
      requestId,
    });
    expect(await world[name].read({ outcome: 'refuse' }, { requestId })).toMatchObject({
      reason: 'refused',
      requestId,
    });
  });

  it.each([
    ['RSA with PKCS#1 v1.5 and SHA-256', 'rsa'],
    ['OAEP by its older name', 'mgf1p'],
  ])('may use %s', async (_what, misbehave) => {
    expect(await world[name].read({ misbehave })).toHaveProperty('identity.subject');
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
    ['conditions_ahead', /too early/],
    ['conditions_over', /too late/],
    ['brought_too_late', /too late/],
    ['two_conditions', /not exactly one Conditions/],
    ['wrong_audience', /another audience/],
    ['wrong_recipient', /another recipient/],
    ['wrong_destination', /somebody else/],
    ['wrong_issuer', /issued by somebody else/],
    ['other_request_inside', /answers something else/],
    ['holder_of_key', /confirmed in another way/],
    ['not_xml', /not one Response/],
  ])('is not believed when the answer is: %s', async (misbehave, why) => {
    const error: unknown = await world[name].read({ misbehave });
    expect(error).toMatchObject({ reason: 'untrusted', requestId: undefined });
    expect((error as SamlError).message).toMatch(why);
  });

  it('must give a pseudonym: without one nobody can be known again', async () => {
    expect(await world[name].read({ misbehave: 'no_subject' })).toMatchObject({ reason: 'no_subject' });
  });

  it('cannot make one person of another by a comment inside the pseudonym', async () => {
    const right = await world[name].read();
    const subject = right instanceof SamlError ? right.reason : right.identity.subject;
    expect(await world[name].read({ misbehave: 'comment_in_subject' })).toHaveProperty(
      'identity.subject',
      subject,
    );
  });

  it('proves no more than the lower of two levels, whatever was asked for', async () => {
    expect(await world[name].read({ misbehave: 'less_than_asked' }, { level: 'substantial' })).toMatchObject({
      identity: { level: 'normal' },
    });
    const weak = name === 'bundid' ? { way: 'Benutzername' } : {};
    expect(await world[name].read({ ...weak, misbehave: 'level_conflict' })).toMatchObject({
      identity: { level: 'normal' },
    });
  });

  it('is read a little late, but no later', async () => {
    const { samlResponse } = await world[name].answer();
    const at = (minutes: number) =>
      world[name].create({}, { now: () => new Date(Date.now() + minutes * 60_000) });
    expect(at(4).read(samlResponse)).toHaveProperty('identity');
    expect(() => at(6).read(samlResponse)).toThrow(/not made now/);
    expect(() => at(-3).read(samlResponse)).toThrow(/not made now/);
  });

  it('is refused when the provider’s certificate is another one, or none', async () => {
    const { samlResponse } = await world[name].answer();
    const stranger = readFileSync(join(world.sandbox.endpoints.dir, 'stranger-signing.crt.pem'), 'utf8');
    const { idp } = world[name].config;
    const pinned = (certs: string[]) => world[name].create({ idp: { ...idp, certs } });
    expect(() => pinned([stranger]).read(samlResponse)).toThrow(SamlError);
    expect(() => pinned([]).read(samlResponse)).toThrow(SamlError);
    expect(pinned([stranger, ...idp.certs]).read(samlResponse)).toHaveProperty('identity');
  });

  it('is not believed where another provider’s is awaited', async () => {
    const { samlResponse } = await world[name].answer();
    const other = world[name === 'bundid' ? 'muk' : 'bundid'];
    expect(() => other.provider.read(samlResponse)).toThrow(/no valid certificate/);
  });

  it.each(['', '%%%', 'PGE+', Buffer.from('<a/>').toString('base64'), 'AAAA'.repeat(1000)])(
    'that is none is refused: %#',
    (posted) => expect(() => world[name].provider.read(posted)).toThrow(SamlError),
  );

  it('is refused when it was meant for another service', async () => {
    const { samlResponse } = await world[name].answer();
    const sp = { ...world[name].config.sp, entityId: 'https://other.example' };
    expect(() => world[name].create({ sp }).read(samlResponse)).toThrow(/another audience/);
  });
});

describe.each(samlProviders)('our own side towards %s', (name) => {
  it('asks at its address, anew for each login', () => {
    const requestId = newRequestId();
    const { fields, action } = world[name].provider.begin({ requestId, purpose: 'login', level: 'high' });
    const root = parseXml(
      Buffer.from(fields['SAMLRequest'] ?? '', 'base64').toString('utf8'),
    ).documentElement;
    expect(root?.getAttribute('Destination')).toBe(action);
    expect(root?.getAttribute('ID')).toBe(requestId);
    expect(root?.getAttribute('ForceAuthn')).toBe('true');
  });

  it('says who we are, with our certificate and the address of answers', async () => {
    const { config, provider } = world[name];
    const { documentElement: root } = parseXml(provider.metadata());
    expect(root?.getAttribute('entityID')).toBe(config.sp.entityId);
    const service = root?.getElementsByTagName('md:AssertionConsumerService').item(0);
    expect(service?.getAttribute('Location')).toBe(config.sp.answerUrl);
    const [certificate] = Array.from(root?.getElementsByTagName('ds:X509Certificate') ?? []);
    expect(config.sp.cert.replaceAll(/\s/g, '')).toContain(certificate?.textContent);
    const { answerUrl, serviceProvider } = await world[name].answer();
    expect(answerUrl).toBe(`http://localhost:3999/saml/${name}/antwort`);
    expect(serviceProvider).toBe(`http://localhost:3999/saml/${name}/metadata`);
  });

  it('is not there without settings, and refuses the sandbox’s certificates in production', () => {
    const [mode, publicOrigin] = ['production', 'https://service.jena.de'] as const;
    expect(samlConfig(name, { env: {}, mode, publicOrigin })).toBe(undefined);
    const { cert, own } = world.sandbox.endpoints[name];
    const prefix = name.toUpperCase();
    const env = {
      [`${prefix}_ENTITY_ID`]: 'https://id.example/idp',
      [`${prefix}_LOGIN_URL`]: 'https://id.example/sso',
      [`${prefix}_CERT_FILE`]: cert,
      [`${prefix}_KEY_FILE`]: own.key,
      [`${prefix}_OWN_CERT_FILE`]: own.cert,
    };
    const config = samlConfig(name, { env, mode, publicOrigin });
    if (config === undefined) throw new Error('no configuration');
    expect(() =>
      createSamlProvider(samlProfiles[name], config, { clock: { now: () => new Date() } }),
    ).toThrow(/sandbox/);
    const { idp } = world[name].config;
    expect(() => world[name].create({ idp: { ...idp, loginUrl: 'http://id.example/sso' } })).toThrow(/https/);
  });
});
