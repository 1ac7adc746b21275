import { people } from '@jena/sandbox/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EidWorld, login, openEidWorld, reasonOf } from './eid.testkit.ts';
import type { UseIdRequest } from './port.ts';

let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());

describe('reading a card', () => {
  it('gives what was asked for, in the words of the product', async () => {
    const result = await world.read('lena');
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

  it('leaves out what the person unticked and says so', async () => {
    const result = await world.read('lena', login, ['BirthName']);
    expect(result.card.birthName).toBeNull();
    expect(result.card.familyName).toBe('Okonkwo');
    expect(result.operations.BirthName).toBe('PROHIBITED');
  });

  it('knows a card again by its pseudonym, and a new card of the same person not', async () => {
    const first = await world.read('lena');
    expect(first.restrictedId).toMatch(/^[0-9a-f]{64}$/);
    expect((await world.read('lena')).restrictedId).toBe(first.restrictedId);
    expect((await world.read('lena-neue-karte')).restrictedId).not.toBe(first.restrictedId);
  });

  it('takes a birth date of which only the year is known', async () => {
    expect((await world.read('amadou')).card.birthDate).toBe('1950');
  });

  it('takes a card without a residence, and one with an address abroad', async () => {
    expect((await world.read('jannis')).card.address).toBeNull();
    expect((await world.read('siobhan')).card.address).toMatchObject({
      place: '27 Quay Lane, Galway, Irland',
      town: null,
    });
  });

  it('keeps every letter of long names', async () => {
    const { card } = await world.read('krzysztof');
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
    const minor = await world.read('mia', request);
    expect([minor.fulfilsAge, minor.fulfilsPlace, minor.card.birthDate]).toEqual([false, false, null]);
    const local = await world.read('henrik', request);
    expect([local.fulfilsAge, local.fulfilsPlace]).toEqual([true, true]);
  });

  it('tells what the terminal may read', async () => {
    const info = await world.eid.serverInfo();
    expect(info.version).toContain('2.4.0');
    expect(info.rights).toContain('RestrictedID');
  });
});

describe('the test persons', () => {
  it('are of every kind that a card can be of', () => {
    const cards = people.map(({ card }) => card);
    expect(new Set(cards.map(({ documentType }) => documentType))).toEqual(
      new Set(['ID', 'AR', 'AS', 'AF', 'UB']),
    );
    expect(new Set(people.map(({ trouble, medium }) => trouble ?? medium))).toEqual(
      new Set([undefined, 'revoked', 'expired', 'forged', 'SECertified']),
    );
    const dates = cards.map(({ dateOfBirth }) => dateOfBirth.trim().length);
    expect(new Set(dates)).toEqual(new Set([4, 6, 8]));
    expect(cards.map(({ placeOfResidence }) => Object.keys(placeOfResidence ?? {})[0])).toEqual(
      expect.arrayContaining(['street', 'none', 'freetext']),
    );
    // The official specimen, letter by letter.
    expect(cards[people.findIndex(({ id }) => id === 'erika')]).toMatchObject({
      givenNames: 'ERIKA',
      familyNames: 'MUSTERMANN',
      birthName: 'GABLER',
      dateOfBirth: '19640812',
      placeOfResidence: { street: 'HEIDESTRAẞE 17', city: 'KÖLN', zipCode: '51147' },
    });
  });

  it.each(people)('$label: $note', async ({ id, card, trouble, medium }) => {
    if (trouble !== undefined || medium !== undefined) {
      const reason = trouble === undefined ? 'getResult#deniedDocument' : 'getResult#invalidDocument';
      expect(await reasonOf(world.read(id))).toBe(reason);
      return;
    }
    const { card: read, restrictedId } = await world.read(id);
    expect([read.familyName, read.givenNames ?? undefined]).toEqual([card.familyNames, card.givenNames]);
    expect(read.birthDate?.replaceAll('-', '')).toBe(card.dateOfBirth.trim());
    expect(restrictedId).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the way back to the browser', () => {
  it('ends at the refresh address, with a hint', async () => {
    const url = await world.present(await world.eid.useId(login), 'lena');
    expect(url.pathname).toBe('/back');
    expect(Object.fromEntries(url.searchParams)).toEqual({ ref: '1', ResultMajor: 'ok' });
  });

  it('says when the person cancelled, and there is no result', async () => {
    const session = await world.eid.useId(login);
    const url = await world.present(session, 'lena', { outcome: 'cancel' });
    expect(url.searchParams.get('ResultMinor')).toBe('cancellationByUser');
    expect(await reasonOf(world.eid.getResult(session.sessionId, 1))).toBe('common#internalError');
  });

  it('leads to the error address when the key is not the one of the session', async () => {
    const session = await world.eid.useId(login);
    const url = await world.present(
      { ...session, psk: { id: session.psk.id, key: 'ab'.repeat(32) } },
      'lena',
    );
    expect(url.pathname).toBe('/error');
  });
});

describe('the pages of the eID client', () => {
  it('say who reads what for which purpose, and let optional data be unticked', async () => {
    const session = await world.eid.useId(login);
    const { consent, post } = await world.openPages(session);
    expect(consent).toContain('Anmeldung im Bürgerkonto der Stadt Jena');
    expect(consent).toContain('Familienname');
    expect(consent).not.toContain('<li>Künstlername');
    await post('angaben', 'person=lena&angabe=AcademicTitle');
    expect((await post('pin', 'pin=123456')).headers.get('location')).toContain('ResultMajor=ok');
    const result = await world.eid.getResult(session.sessionId, 1);
    expect(result.pending || result.operations.BirthName).toBe('PROHIBITED');
  });

  it('give three tries for the PIN', async () => {
    const session = await world.eid.useId(login);
    const { post } = await world.openPages(session);
    await post('angaben', 'person=lena');
    expect(await (await post('pin', 'pin=000000')).text()).toContain('noch 2 Versuche');
    expect(await (await post('pin', 'pin=000000')).text()).toContain('noch einen Versuch');
    expect((await post('pin', 'pin=000000')).headers.get('location')).toContain('cancellationByUser');
    expect((await post('pin', 'pin=123456')).status).toBe(410);
    expect(await reasonOf(world.eid.getResult(session.sessionId, 1))).toBe('common#internalError');
  });

  it('lead back when the person cancels', async () => {
    const { post } = await world.openPages(await world.eid.useId(login));
    expect((await post('abbruch', '')).headers.get('location')).toContain('/back?ref=1&ResultMajor=error');
  });
});
