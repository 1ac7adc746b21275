import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EidWorld, login, openEidWorld, reasonOf } from './eid.testkit.ts';
import { type EidAttribute, type EidResult, eidAttributes, type UseIdRequest } from './port.ts';

/**
 * After the modules A1_1 (attributes), A1_2 (cards and rights) and A1_3 (server, keys, counters) of the BSI test bed for
 * eID servers (TR-03130-4, https://github.com/eID-Testbeds/server); a test's name is the test bed's. There the server is
 * tested, here our client against a server that answers in these ways. What only chip and PAOS can show (A1_1_01_C1_2_07)
 * is not here.
 */
let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());

const ask = (operations: UseIdRequest['operations']): UseIdRequest => ({
  operations,
  transactionInfo: 'Probe',
  levelOfAssurance: 'high',
  ...(operations.AgeVerification ? { age: 18 } : {}),
  ...(operations.PlaceVerification ? { communityId: '02761600' } : {}),
});

/** Who holds an attribute, and what the product makes of it. */
const attributes: [EidAttribute, person: string, (result: EidResult) => unknown, value: unknown][] = [
  ['DocumentType', 'siobhan', ({ card }) => card.documentType, 'UB'],
  ['IssuingState', 'lena', ({ more }) => more.issuingState, 'D'],
  ['DateOfExpiry', 'lena', ({ card }) => card.validUntil, '2031-04-14'],
  ['GivenNames', 'lena', ({ card }) => card.givenNames, 'Lena Marie'],
  ['FamilyNames', 'erika', ({ card }) => card.familyName, 'MUSTERMANN'],
  ['ArtisticName', 'henrik', ({ more }) => more.artisticName, 'Heno Lichtblau'],
  ['AcademicTitle', 'henrik', ({ card }) => card.academicTitle, 'Dr.'],
  ['DateOfBirth', 'lena', ({ card }) => card.birthDate, '1996-05-14'],
  ['PlaceOfBirth', 'erika', ({ card }) => card.birthPlace, 'BERLIN'],
  ['Nationality', 'amadou', ({ card }) => card.nationality, 'MLI'],
  ['BirthName', 'lena', ({ card }) => card.birthName, 'Hartung'],
  ['PlaceOfResidence', 'lena', ({ card }) => card.address?.town, 'Weimar'],
  ['CommunityID', 'henrik', ({ more }) => more.communityId, '02761600530000'],
  ['ResidencePermitI', 'amadou', ({ more }) => more.residencePermit, 'Niederlassungserlaubnis'],
  ['RestrictedID', 'lena', ({ restrictedId }) => restrictedId?.length, 64],
  ['AgeVerification', 'lena', ({ fulfilsAge }) => fulfilsAge, true],
  ['PlaceVerification', 'lena', ({ fulfilsPlace }) => fulfilsPlace, true],
];

it('asks for every attribute that there is', () => {
  expect(attributes.map(([name]) => name)).toEqual([...eidAttributes]);
});

describe.each(attributes)('%s', (name, person, of, value) => {
  const nothing = (result: EidResult) => of(result) ?? null;
  // A second attribute shows that withholding one leaves the other.
  const beside = name === 'FamilyNames' ? 'GivenNames' : 'FamilyNames';

  it(`EID_SERVER_A1_1_01_${name}: required, and read`, async () => {
    const result = await world.read(person, ask({ [name]: 'REQUIRED' }));
    expect([of(result), result.operations[name]]).toEqual([value, 'ALLOWED']);
    const others = eidAttributes.filter((other) => other !== name);
    expect(others.map((other) => result.operations[other])).toEqual(others.map(() => 'PROHIBITED'));
  });

  it(`EID_SERVER_A1_1_02_${name}: allowed, and read`, async () => {
    const result = await world.read(person, ask({ [name]: 'ALLOWED' }));
    expect([of(result), result.operations[name]]).toEqual([value, 'ALLOWED']);
  });

  it(`EID_SERVER_A1_1_03_${name}: required, and kept back by the person`, async () => {
    const request = ask({ [beside]: 'REQUIRED', [name]: 'REQUIRED' });
    const result = await world.read(person, request, [name]);
    expect([nothing(result), result.operations[name], result.operations[beside]]).toEqual([
      null,
      'PROHIBITED',
      'ALLOWED',
    ]);
  });

  it(`EID_SERVER_A1_1_04_${name}: allowed, and kept back by the person`, async () => {
    const request = ask({ [beside]: 'ALLOWED', [name]: 'ALLOWED' });
    const result = await world.read(person, request, [name]);
    expect([nothing(result), result.operations[name], result.operations[beside]]).toEqual([
      null,
      'PROHIBITED',
      'ALLOWED',
    ]);
  });

  it(`EID_SERVER_A1_2_01_${name}: not in the terminal certificate`, async () => {
    const { rights } = await world.eid.serverInfo();
    await world.set({ rights: rights.filter((right) => right !== name) });
    try {
      expect(await reasonOf(world.eid.useId(ask({ [name]: 'REQUIRED' })))).toBe(
        'useID#missingTerminalRights',
      );
      expect((await world.eid.serverInfo()).rights).not.toContain(name);
    } finally {
      await world.set({ rights });
    }
  });
});

describe('what a card says or does not say', () => {
  const everything = ask(Object.fromEntries(eidAttributes.map((name) => [name, 'REQUIRED'])));

  it.each([
    ['EID_SERVER_A1_1_05_EIDCARD_2', 'suharni', ['GivenNames', 'ArtisticName', 'AcademicTitle', 'BirthName']],
    ['EID_SERVER_A1_1_05_EIDCARD_3', 'jannis', ['CommunityID', 'ResidencePermitI', 'BirthName']],
  ] as const)('%s: groups that are not there are said to be not there', async (_id, person, missing) => {
    const result = await world.read(person, everything);
    for (const name of missing) expect(result.operations[name]).toBe('NOTONCHIP');
    expect(result.operations.FamilyNames).toBe('ALLOWED');
    expect(Object.values(result.card)).not.toContain(undefined);
  });

  it('EID_SERVER_A1_1_06: two sectors, two pseudonyms', async () => {
    const before = await world.read('lena', ask({ RestrictedID: 'REQUIRED' }));
    await world.set({ sectorChanges: true });
    const now = await world.read('lena', ask({ RestrictedID: 'REQUIRED' }));
    await world.set({ sectorChanges: false });
    expect(now.restrictedIdBefore).toBe(before.restrictedId);
    expect(now.restrictedId).not.toBe(before.restrictedId);
  });

  it('EID_SERVER_A1_1_07: age and place that are not fulfilled', async () => {
    const request = ask({ AgeVerification: 'REQUIRED', PlaceVerification: 'REQUIRED' });
    const result = await world.read('mia', { ...request, communityId: '0276160053' });
    expect([result.fulfilsAge, result.fulfilsPlace]).toEqual([false, false]);
  });
});

describe('a card that proves nothing', () => {
  async function refused(person: string, request = login, outcome?: string) {
    const session = await world.eid.useId(request);
    await world.present(session, person, outcome ? { outcome } : {});
    return reasonOf(world.eid.getResult(session.sessionId, 1));
  }
  afterEach(() => world.set({ sectorChanges: false }));

  it.each([
    ['EID_SERVER_A1_2_02: passive authentication fails', 'falk'],
    ['EID_SERVER_A1_2_03: chip authentication fails', 'falk'],
    ['EID_SERVER_A1_2_04: revoked', 'rolf'],
    ['EID_SERVER_A1_2_05: expired', 'gerda'],
    ['EID_SERVER_A1_2_06: secure messaging fails', 'falk'],
  ])('%s', async (_id, person) => {
    expect(await refused(person)).toBe('getResult#invalidDocument');
  });

  it('EID_SERVER_A1_2_07: the online authentication itself fails', async () => {
    expect(await refused('lena', login, 'failed')).toBe('common#internalError');
  });

  it('EID_SERVER_A1_2_08: revoked while the sector changes', async () => {
    await world.set({ sectorChanges: true });
    expect(await refused('rolf', ask({ RestrictedID: 'REQUIRED' }))).toBe('getResult#invalidDocument');
  });
});

describe('the server, its keys and its counter', () => {
  it('EID_SERVER_A1_3_01, 02 and 03: says what it is before, during and after a reading', async () => {
    const info = () => world.eid.serverInfo();
    const first = await info();
    const session = await world.eid.useId(login);
    expect(await info()).toEqual(first);
    await world.present(session, 'lena');
    expect(await info()).toEqual(first);
    expect((await world.eid.getResult(session.sessionId, 1)).pending).toBe(false);
    expect(await info()).toEqual(first);
  });

  it('EID_SERVER_A1_3_04: takes a key of ours, and gives that one back', async () => {
    const psk = { id: 'A'.repeat(32), key: 'B'.repeat(74) };
    const session = await world.eid.useId({ ...login, psk });
    expect(session.psk).toEqual(psk);
    await world.present(session, 'lena');
    expect((await world.eid.getResult(session.sessionId, 1)).pending).toBe(false);
  });

  it('EID_SERVER_A1_3_05: no session and no key is given twice', async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => world.eid.useId(login)));
    for (const of of [
      (session: (typeof sessions)[number]) => session.sessionId,
      (session: (typeof sessions)[number]) => session.psk.id,
      (session: (typeof sessions)[number]) => session.psk.key,
    ])
      expect(new Set(sessions.map(of)).size).toBe(3);
  });

  it('EID_SERVER_A1_3_06: a counter that leaps ends the session', async () => {
    const session = await world.eid.useId(login);
    expect(await world.eid.getResult(session.sessionId, 1)).toEqual({ pending: true });
    await world.present(session, 'lena');
    expect(await reasonOf(world.eid.getResult(session.sessionId, 43))).toBe('getResult#invalidCounter');
  });
});
