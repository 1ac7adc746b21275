import { describe, expect, it } from 'vitest';
import { EidError } from '../../adapters/eid/errors.ts';
import type { EidPort, EidResult } from '../../adapters/eid/port.ts';
import { openProduct } from '../../testing/product.ts';
import { type ClientHint, finishEid } from './identity.eid.finish.ts';
import { issueTcToken, startEid } from './identity.eid.start.ts';

const card = {
  familyName: 'MUSTERMANN',
  birthName: null,
  givenNames: 'ERIKA',
  academicTitle: null,
  birthDate: '1964-08-12',
  birthPlace: null,
  nationality: 'D',
  documentType: 'ID',
  validUntil: null,
  address: null,
};
const read: EidResult = {
  pending: false,
  card,
  more: { issuingState: 'D', artisticName: null, communityId: null, residencePermit: null },
  restrictedId: 'ab'.repeat(32),
  restrictedIdBefore: null,
  fulfilsAge: null,
  fulfilsPlace: null,
  operations: {},
  levelOfAssurance: 'high',
  medium: 'CardCertified',
};

const browserNow = {
  oldToken: undefined,
  device: { browser: 'other', system: 'other' },
  deviceSecret: 'known',
} as const;
const newHere = '/anmelden/neu?zurueck=%2F';

/** A login up to its last step, over an eID server that answers as told. */
async function lastStep(getResult: EidPort['getResult'], hint: ClientHint = 'ok') {
  const waits: number[] = [];
  const product = await openProduct();
  const eid: EidPort = {
    isConfigured: true,
    certificates: [],
    useId: async () => ({
      sessionId: 's',
      psk: { id: 'i', key: 'ab' },
      serverAddress: 'https://eid.example',
    }),
    getResult,
    serverInfo: async () => ({ version: '', rights: [] }),
  };
  const pause = async (milliseconds: number) => void waits.push(milliseconds);
  const deps = { ...product.deps.domains.login, eid, pause };
  const wish = { browser: 'b', purpose: 'login', startedOn: 'iphone', returnTo: '/', questions: {} } as const;
  const { tokenSecret } = await startEid(deps, wish);
  const issued = await issueTcToken(deps, tokenSecret);
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const { refreshSecret } = issued;
  const finished = await finishEid(deps, { refreshSecret, browser: 'b', hint, browserNow });
  if (finished.kind === 'elsewhere') throw new Error('it ended elsewhere');
  const code = finished.kind === 'done' ? finished.to : finished.error.code;
  const { tables, read: db } = product.store;
  const done = { code, state: (await db.select().from(tables.identityEidLogins))[0]?.state };
  const accounts = await db.select().from(tables.identityAccounts);
  await product.close();
  return { ...done, accounts: accounts.length, waits };
}

describe('while the eID server has no result yet', () => {
  it('a login asks again after longer and longer waits, counting up, and goes on when it comes', async () => {
    const counters: number[] = [];
    const done = await lastStep(async (_session, counter) => {
      counters.push(counter);
      return counter < 3 ? { pending: true } : read;
    });
    expect(done).toEqual({ code: newHere, state: 'verified', accounts: 0, waits: [500, 1000] });
    expect(counters).toEqual([1, 2, 3]);
  });

  it('it gives up after five tries, and waits for nothing after the last', async () => {
    const done = await lastStep(async () => ({ pending: true }));
    expect(done).toEqual({
      code: 'identity.eid_failed',
      state: 'failed',
      accounts: 0,
      waits: [500, 1000, 2000, 4000],
    });
  });

  it('it asks once when the eID client says that it failed: there is nothing to wait for', async () => {
    const done = await lastStep(async () => ({ pending: true }), 'failed');
    expect(done).toMatchObject({ code: 'identity.eid_failed', state: 'failed', waits: [] });
  });

  it('it believes the server, whatever the eID client says', async () => {
    expect(await lastStep(async () => read, 'failed')).toMatchObject({ code: newHere });
  });

  it.each(['substantial', 'normal', null] as const)(
    'a card that was read at level %s logs nobody in',
    async (levelOfAssurance) => {
      const done = await lastStep(async () => ({ ...read, levelOfAssurance }));
      expect(done).toMatchObject({ code: 'identity.eid_failed', state: 'failed', accounts: 0 });
    },
  );

  it.each([
    ['getResult#deniedDocument', 'identity.eid_card_kind', 'denied'],
    ['getResult#invalidDocument', 'identity.eid_denied', 'denied'],
    ['getResult#invalidSession', 'identity.eid_expired', 'failed'],
    ['getResult#invalidCounter', 'identity.eid_failed', 'failed'],
    ['common#internalError', 'identity.eid_failed', 'failed'],
    ['common#schemaViolation', 'identity.eid_failed', 'failed'],
    ['unreachable', 'identity.eid_unavailable', 'failed'],
    ['untrusted_answer', 'identity.eid_failed', 'failed'],
    ['unknown_answer', 'identity.eid_failed', 'failed'],
  ] as const)('an answer %s ends it as %s', async (reason, code, state) => {
    const done = await lastStep(async () => Promise.reject(new EidError(reason)));
    expect(done).toMatchObject({ code, state, accounts: 0 });
  });

  it('a card that gives no pseudonym makes no account', async () => {
    const done = await lastStep(async () => ({ ...read, restrictedId: null }));
    expect(done).toMatchObject({ code: 'identity.eid_failed', state: 'failed', accounts: 0 });
  });
});
