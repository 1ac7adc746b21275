import { expect, it } from 'vitest';
import { EidError } from '../../adapters/eid/errors.ts';
import { type EidPort, eidAttributes } from '../../adapters/eid/port.ts';
import { noEid } from '../../adapters/eid/settings.ts';
import { createLog } from '../../platform/log.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { createEidHealth } from './identity.eid.health.ts';

function checkOver(serverInfo: EidPort['serverInfo'], changes: Partial<EidPort> = {}) {
  const clock = testClock();
  let asked = 0;
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const eid: EidPort = {
    ...noEid,
    isConfigured: true,
    serverInfo() {
      asked += 1;
      return serverInfo();
    },
    ...changes,
  };
  return { clock, lines, asked: () => asked, health: createEidHealth({ eid, clock, log }) };
}

it('says that all is well when the certificate may read what the product asks for', async () => {
  const { health, lines } = checkOver(async () => ({ version: '2.4.0', rights: eidAttributes }));
  expect(await health.look()).toMatchObject({ state: 'ok', version: '2.4.0', missing: [], reason: null });
  expect(lines).toEqual([]);
});

it('names the rights that the certificate lacks, and tells the operators', async () => {
  const rights = eidAttributes.filter((name) => name !== 'RestrictedID' && name !== 'ResidencePermitI');
  const { health, lines } = checkOver(async () => ({ version: '2.4.0', rights }));
  // The residence permit is never asked for: its right is not missed.
  expect(await health.look()).toMatchObject({ state: 'rights_missing', missing: ['RestrictedID'] });
  expect(lines.join()).toContain('RestrictedID');
});

it.each([
  ['unreachable', 'unreachable'],
  ['untrusted_answer', 'not_understood'],
  ['common#internalError', 'not_understood'],
] as const)('survives a server that is %s', async (reason, state) => {
  const { health, lines } = checkOver(async () => Promise.reject(new EidError(reason)));
  expect(await health.look()).toMatchObject({ state, reason, version: null });
  expect(lines).toHaveLength(1);
});

it('asks at most once a minute, however many look', async () => {
  const { health, clock, asked } = checkOver(async () => ({ version: '2.4.0', rights: eidAttributes }));
  await Promise.all([health.look(), health.look(), health.look()]);
  clock.advance(59_999);
  await health.look();
  expect(asked()).toBe(1);
  clock.advance(1);
  await health.look();
  expect(asked()).toBe(2);
});

it('asks nobody where no eID server is configured', async () => {
  const { health, asked } = checkOver(async () => ({ version: '', rights: [] }), { isConfigured: false });
  expect(await health.look()).toMatchObject({ state: 'not_configured', certificates: [] });
  expect(asked()).toBe(0);
});
