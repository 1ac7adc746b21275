import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mukProfile } from './muk.ts';
import { openSamlWorld, type SamlWorld } from './saml.testkit.ts';

let world: SamlWorld;
let muk: SamlWorld['muk'];
beforeAll(async () => {
  world = await openSamlWorld();
  muk = world.muk;
}, 60_000);
afterAll(() => world?.stop());

const proven = async (certificate: string) => {
  const read = await muk.read({ certificate });
  if (read instanceof Error) throw read;
  return read.identity;
};

describe('„Mein Unternehmenskonto“', () => {
  it('says which business it is, and who acts for it', async () => {
    expect(await proven('roesterei/nora')).toEqual({
      subject: expect.stringMatching(/^du-[0-9a-f]{40}\|ek-[0-9a-f]{40}$/),
      level: 'substantial',
      person: expect.objectContaining({
        givenNames: 'Nora',
        familyName: 'Brandt',
        address: null,
        origin: { provider: 'muk', level: 'substantial' },
      }),
      firm: {
        id: expect.stringMatching(/^du-[0-9a-f]{40}$/),
        facts: {
          name: 'Kaffeerösterei Paradies GmbH',
          legalForm: 'Gesellschaft mit beschränkter Haftung',
          registerNumber: 'HRB 501777',
          registerCourt: 'Jena',
          seat: {
            street: 'Wagnergasse',
            houseNumber: '7',
            postcode: '07743',
            town: 'Jena',
            country: 'DE',
            place: null,
          },
        },
      },
    });
  });

  it('knows a business by one name and each of its certificates by another', async () => {
    const [nora, emil, garden] = await Promise.all(
      ['roesterei/nora', 'roesterei/emil', 'garten/zoe'].map(proven),
    );
    expect(nora?.firm?.id).toBe(emil?.firm?.id);
    expect(nora?.firm?.id).not.toBe(garden?.firm?.id);
    expect(new Set([nora?.subject, emil?.subject, garden?.subject]).size).toBe(3);
  });

  it('keeps every sign of a name, and what a business does not have empty', async () => {
    expect((await proven('garten/zoe')).firm?.facts.name).toBe(
      'Müller & Söhne „Grünes <Jena>“ Garten- und Landschaftsbau Kommanditgesellschaft',
    );
    expect((await proven('tischlerei/henrik')).firm?.facts).toMatchObject({
      legalForm: null,
      registerNumber: null,
      registerCourt: null,
    });
    expect((await proven('verein/ohne-namen')).person).toMatchObject({ givenNames: null, familyName: null });
  });

  it.each([
    ['tischlerei/henrik', 'substantial'],
    ['handel/sean', 'normal'],
  ])(
    'proves with %s the lower level of business and login, at most substantial',
    async (certificate, level) => expect(await proven(certificate)).toMatchObject({ level }),
  );

  it('does not make a business of a person’s own certificate', async () => {
    expect(await muk.read({ certificate: 'privat/lena' })).toMatchObject({
      reason: 'no_firm',
      requestId: expect.stringMatching(/^_/),
    });
  });
});

describe('what it says, read', () => {
  const attribute = (name: string, text: string) =>
    `<s:Attribute Name="${name}"><s:AttributeValue>${text}</s:AttributeValue></s:Attribute>`;
  const right = {
    DatenuebermittlerPseudonymID: 'du-1',
    IstTestkonto: 'false',
    DatenkranzTyp: 'StNr',
    ElsterVertrauensniveauIdentifizierung: 'substanziell',
    ElsterVertrauensniveauAuthentifizierung: 'substanziell',
  };
  /** A verified assertion with these attributes, read as in production or not. */
  function read(attributes: Record<string, string>, { production = true, format = 'persistent' } = {}) {
    const xml = `<s:Assertion xmlns:s="urn:oasis:names:tc:SAML:2.0:assertion"><s:Subject><s:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:${format}">ek-1</s:NameID></s:Subject><s:AttributeStatement>${Object.entries(
      attributes,
    )
      .map(([name, text]) => attribute(name, text))
      .join('')}</s:AttributeStatement></s:Assertion>`;
    const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
    if (documentElement === null) throw new Error('no assertion');
    return mukProfile.identity(documentElement, { production });
  }

  it('is taken in production from real accounts alone', () => {
    expect(read(right)).toMatchObject({ subject: 'du-1|ek-1' });
    const { IstTestkonto: _, ...silent } = right;
    for (const test of [silent, { ...right, IstTestkonto: 'true' }]) {
      expect(() => read(test)).toThrow(/refused/);
      expect(read(test, { production: false })).toMatchObject({ subject: 'du-1|ek-1' });
    }
  });

  it('is known by the pseudonym however its name is written, and never by two', () => {
    const { DatenuebermittlerPseudonymID: id, ...others } = right;
    const otherwise = { ...others, DatenuebermittlerPseudonymId: id };
    expect(read(otherwise)).toMatchObject({ firm: { id: 'du-1' } });
    expect(() => read({ ...right, DatenuebermittlerPseudonymId: 'du-2' })).toThrow(/stands twice/);
  });

  it.each([
    ['no kind of data', { DatenkranzTyp: '' }, /no_firm/],
    ['an unknown kind of data', { DatenkranzTyp: 'Sonst' }, /no_firm/],
    ['no business', { DatenuebermittlerPseudonymID: '' }, /no_subject/],
  ])('is refused with %s', (_what, changed, why) => {
    expect(() => read({ ...right, ...changed })).toThrow(why);
  });

  it('is refused with a name that passes, for nobody could be known again', () => {
    expect(() => read(right, { format: 'transient' })).toThrow(/no_subject/);
  });

  it.each(['', 'untergeordnet', 'unbekannt', 'normal'])(
    'proves nothing much with the level „%s“',
    (level) => {
      expect(read({ ...right, ElsterVertrauensniveauAuthentifizierung: level }).level).toBe('normal');
    },
  );
});
