import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFitConnect } from './adapter.ts';
import { readSet } from './events.ts';
import { type FitConnectConfig, type Handover, HandoverError, type HandoverPort } from './port.ts';

let sandbox: RunningSandbox;
let config: FitConnectConfig;
let port: HandoverPort;
const clock = { now: () => new Date() };

beforeAll(async () => {
  sandbox = await startSandbox();
  config = { ...sandbox.endpoints.fitConnect, timeoutMs: 60_000, production: false };
  port = createFitConnect(config, { clock });
}, 90_000);
afterAll(() => sandbox?.stop());

const photo = Buffer.from('ein Foto');
const handover: Handover = {
  destination: 'entsorgung',
  service: { identifier: '99001001001000', name: 'Sperrmüll' },
  schemaUri: 'urn:jena:formular:sperrmuell:1',
  data: { reference: 'J-1', answers: { familienname: 'Okonkwo' } },
  files: [
    {
      attachmentId: '11111111-1111-4111-8111-111111111111',
      filename: 'foto.jpg',
      mediaType: 'image/jpeg',
      read: async () => photo,
    },
  ],
};
const set = (settings: object) =>
  fetch(`${sandbox.endpoints.fitConnect.controlUrl}/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof HandoverError ? error.reason : `no HandoverError: ${error}`),
  );

describe('a case that is handed over', () => {
  it('arrives sealed, is opened by its destination alone, and accepted with a signed token', async () => {
    const announced = await port.announce(handover);
    const sealed = await port.seal(handover);
    expect(JSON.stringify(sealed)).not.toContain('Okonkwo');
    for (const jwe of [sealed.data, sealed.metadata, ...Object.values(sealed.attachments)])
      expect(JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
        alg: 'RSA-OAEP-256',
        enc: 'A256GCM',
      });
    await port.send(announced, sealed);
    const events = await port.events('entsorgung', announced);
    expect(events.map(({ type }) => type)).toEqual(['created', 'submitted', 'accepted']);
    expect(events.at(-1)?.tags).toEqual(sealed.tags);
    const { arrived } = (await (
      await fetch(`${sandbox.endpoints.fitConnect.controlUrl}/arrived`)
    ).json()) as {
      arrived: { data: unknown }[];
    };
    expect(arrived.at(-1)).toMatchObject({ state: 'accepted', files: 1, data: handover.data });
  }, 90_000);

  it('is not sent twice: a second try is refused', async () => {
    const announced = await port.announce(handover);
    const sealed = await port.seal(handover);
    await port.send(announced, sealed);
    expect(await reasonOf(port.send(announced, sealed))).toBe('refused');
  });

  it.each(['short', 'for_signing', 'other'])('is not sealed for a key that is %s', async (spoilKey) => {
    await set({ spoilKey });
    expect(await reasonOf(port.seal(handover))).toBe('untrusted');
    await set({ spoilKey: 'none' });
  });

  it('waits when nobody answers, and stops when the destination is none', async () => {
    await set({ down: true });
    expect(await reasonOf(port.announce(handover))).toBe('unreachable');
    await set({ down: false });
    expect(await reasonOf(port.announce({ ...handover, destination: 'nirgends' }))).toBe('refused');
    const stranger = createFitConnect({ ...config, clientSecret: 'falsch' }, { clock });
    expect(await reasonOf(stranger.announce(handover))).toBe('refused');
  });

  it('leaves over https alone in production', () => {
    expect(() => createFitConnect({ ...config, production: true }, { clock })).toThrow('https only');
  });
});

describe('a token of the event log', () => {
  it('that nobody signed is not believed', async () => {
    const parts = [
      { alg: 'none', typ: 'secevent+jwt', kid: 'x' },
      { iss: 'sandbox', iat: 1, jti: 'a', sub: 'submission:s', txn: 'case:c', events: {} },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const keys = {
      destinationId: 'd',
      service: async () =>
        (
          await crypto.subtle.generateKey(
            {
              name: 'RSA-PSS',
              hash: 'SHA-512',
              modulusLength: 2048,
              publicExponent: new Uint8Array([1, 0, 1]),
            },
            true,
            ['sign', 'verify'],
          )
        ).publicKey,
      destination: async () => {
        throw new Error('not asked');
      },
    };
    expect(await reasonOf(readSet(`${parts.join('.')}.`, { submissionId: 's', caseId: 'c' }, keys))).toBe(
      'untrusted',
    );
  });
});
