import { readFileSync } from 'node:fs';
import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegister } from './adapter.ts';
import { readAnswer, searchMessage } from './messages.ts';
import { type PersonQuery, type RegisterConfig, RegisterError, type RegisterPort } from './port.ts';

let sandbox: RunningSandbox;
let config: RegisterConfig;
let register: RegisterPort;
const clock = { now: () => new Date('2026-11-26T10:00:00Z') };
const pem = (file: string) => readFileSync(file, 'utf8');

beforeAll(async () => {
  sandbox = await startSandbox();
  const { ca, register: place } = sandbox.endpoints;
  config = {
    endpoint: place.endpoint,
    tls: { key: pem(place.tls.key), cert: pem(place.tls.cert), ca: pem(ca) },
    timeoutMs: 3000,
    production: false,
  };
  register = createRegister(config, { clock });
}, 60_000);
afterAll(() => sandbox?.stop());

const henrik: PersonQuery = { familyName: 'Vollrath', givenNames: 'Henrik', birthDate: '1971-09-30' };
const set = (settings: object) =>
  fetch(sandbox.endpoints.register.settingsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof RegisterError ? error.reason : `no RegisterError: ${error}`),
  );

describe('the civil register', () => {
  it('tells where somebody lives', async () => {
    expect(await register.find(henrik)).toEqual({
      status: 'found',
      hasMovedAway: false,
      homes: [
        { street: 'Am Planetarium', houseNumber: '203a', postcode: '07743', town: 'Jena', isMain: true },
      ],
    });
  });

  it('finds names from other scripts, with signs that mean something in XML', async () => {
    expect(await register.find({ familyName: '<&"', givenNames: ']]>', birthDate: '1971-09-30' })).toEqual({
      status: 'not_found',
    });
    const suharni = { familyName: 'Suharni', givenNames: '', birthDate: '1992-08-19' };
    expect(await register.find(suharni)).toMatchObject({ status: 'found' });
  });

  it('says no more than that a person must look, for several people and for a block on information alike', async () => {
    const twice = { familyName: 'Zwilling', givenNames: 'Kim', birthDate: '1990-01-01' };
    const blocked = {
      familyName: 'al-Ǧawāhirī',
      givenNames: 'Ġāda ʿAbd ar-Raḥmān Kr̥ṣṇā',
      birthDate: '1990-02-01',
    };
    for (const query of [twice, blocked])
      expect(await register.find(query)).toEqual({ status: 'needs_person' });
  });

  it('knows who moved away', async () => {
    const away = { familyName: 'Fernweh', givenNames: 'Frieda', birthDate: '1980-02-03' };
    expect(await register.find(away)).toEqual({ status: 'found', hasMovedAway: true, homes: [] });
  });

  it('may be down, and may answer another question', async () => {
    await set({ down: true });
    expect(await reasonOf(register.find(henrik))).toBe('unreachable');
    await set({ down: false, spoil: true });
    expect(await reasonOf(register.find(henrik))).toBe('untrusted_answer');
    await set({ spoil: false });
    expect(await register.find(henrik)).toMatchObject({ status: 'found' });
  });

  it('speaks to nobody without a certificate, and the product to no other register', async () => {
    const { key: _key, cert: _cert, ...anonymous } = config.tls;
    const stranger = createRegister({ ...config, tls: anonymous as RegisterConfig['tls'] }, { clock });
    expect(await reasonOf(stranger.find(henrik))).toBe('unreachable');
    const { ca: _ca, ...trusting } = config.tls;
    const doubting = createRegister({ ...config, tls: trusting as RegisterConfig['tls'] }, { clock });
    expect(await reasonOf(doubting.find(henrik))).toBe('unreachable');
  });

  it('is called over https alone, and never with certificates of the sandbox in production', () => {
    const open = { ...config, endpoint: 'http://localhost/personensuche' };
    expect(() => createRegister(open, { clock })).toThrow('https only');
    expect(() => createRegister({ ...config, production: true }, { clock })).toThrow('sandbox');
  });
});

describe('an answer', () => {
  const answer = (inside: string, to = 'm1') =>
    `<personensuche.antwort xmlns="urn:jena:sandbox:personensuche:1"><nachrichtenkopf><bezugsnachricht>${to}</bezugsnachricht></nachrichtenkopf>${inside}</personensuche.antwort>`;

  it.each([
    ['is no XML', 'nonsense'],
    ['brings entities', `<!DOCTYPE a [<!ENTITY b "c">]>${answer('<ergebnis>treffer</ergebnis>')}`],
    ['belongs to another question', answer('<ergebnis>keinTreffer</ergebnis>', 'm2')],
    ['has no result', answer('')],
    ['has a result that nobody knows', answer('<ergebnis>vielleicht</ergebnis>')],
    ['found nobody but says so', answer('<ergebnis>treffer</ergebnis>')],
    ['is the question', searchMessage('m1', '2026-11-26T10:00:00Z', henrik)],
  ])('that %s is not believed', (_what, xml) => {
    expect(() => readAnswer(xml, 'm1')).toThrow(RegisterError);
  });
});
