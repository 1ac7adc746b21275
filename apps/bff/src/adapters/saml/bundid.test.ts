import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/xml.ts';
import { bundIdAttributes } from './bundid.names.ts';
import { SamlError } from './port.ts';
import { newRequestId, openSamlWorld, type SamlWorld } from './saml.testkit.ts';

let world: SamlWorld;
let bundId: SamlWorld['bundid'];
beforeAll(async () => {
  world = await openSamlWorld();
  bundId = world.bundid;
}, 60_000);
afterAll(() => world?.stop());

describe('BundID', () => {
  it('is asked for the pseudonym and the level alone, at a login and to link', async () => {
    for (const purpose of ['login', 'link'] as const) {
      const { asked } = await bundId.answer({}, { purpose });
      expect(asked).toEqual([bundIdAttributes.bpk2, bundIdAttributes.level]);
    }
  });

  it('says who a person is where an account begins, and how surely that is known', async () => {
    const requestId = newRequestId();
    const read = await bundId.read(
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
    expect(await bundId.read({ way })).toMatchObject({ identity: { level, person: { familyName: null } } });
  });

  it('knows a person again by the same pseudonym, whatever way they take', async () => {
    const subjects = await Promise.all(
      [{ way: 'eID' }, { way: 'Benutzername' }, { person: 'erika' }].map(async (person) => {
        const read = await bundId.read(person);
        return read instanceof SamlError ? read.reason : read.identity.subject;
      }),
    );
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[0]).not.toBe(subjects[2]);
  });

  it('offers only ways that prove enough, and says so when the person cannot', async () => {
    expect((await bundId.answer({}, { level: 'high' })).ways).toEqual(['eID']);
    expect((await bundId.answer({}, { level: 'substantial' })).ways).toEqual(['Elster', 'eID']);
    expect(await bundId.read({ way: 'Benutzername' }, { level: 'substantial' })).toMatchObject({
      reason: 'level_too_low',
    });
  });

  it('is asked in its own words', () => {
    const ask = { requestId: newRequestId(), purpose: 'login', level: 'high' } as const;
    const { fields } = bundId.provider.begin(ask);
    const root = parseXml(
      Buffer.from(fields['SAMLRequest'] ?? '', 'base64').toString('utf8'),
    ).documentElement;
    expect(root?.getElementsByTagName('saml2:AuthnContextClassRef').item(0)?.textContent).toBe(
      'STORK-QAA-Level-4',
    );
  });
});
