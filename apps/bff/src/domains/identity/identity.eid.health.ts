import type { EidHealth } from '@jena/shared/identity';
import { toInstant } from '@jena/shared/kernel';
import { EidError } from '../../adapters/eid/errors.ts';
import type { EidAttribute, EidPort } from '../../adapters/eid/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { everAsked } from './identity.eid.asks.ts';

/** Looking more often asks the server no more often. */
const keepSeconds = 60;

export type EidHealthCheck = {
  /** How the eID server does; asks it at most once a minute, never throws. */
  look(): Promise<EidHealth>;
};

/** Asks the eID server who it is and whether our certificate may read what the product asks for (getServerInfo). */
export function createEidHealth(deps: { eid: EidPort; clock: Clock; log: Log }): EidHealthCheck {
  const { eid, clock, log } = deps;
  let last: { at: number; health: Promise<EidHealth> } | undefined;

  async function ask(): Promise<EidHealth> {
    const found = { checkedAt: toInstant(clock.now()), certificates: [...eid.certificates] };
    if (!eid.isConfigured)
      return { ...found, state: 'not_configured', version: null, missing: [], reason: null };
    try {
      const { version, rights } = await eid.serverInfo();
      const missing = everAsked.filter((name: EidAttribute) => !rights.includes(name));
      const state = missing.length === 0 ? 'ok' : 'rights_missing';
      if (state !== 'ok') log.error({ missing }, 'the eID certificate lacks rights that the product needs');
      return { ...found, state, version, missing, reason: null };
    } catch (error) {
      const reason = error instanceof EidError ? error.reason : 'unexpected';
      log.error({ reason, err: error }, 'the eID server does not answer rightly');
      const state = reason === 'unreachable' ? 'unreachable' : 'not_understood';
      return { ...found, state, version: null, missing: [], reason };
    }
  }

  return {
    look() {
      const now = clock.now().getTime();
      if (last === undefined || now - last.at >= keepSeconds * 1000) last = { at: now, health: ask() };
      return last.health;
    },
  };
}
