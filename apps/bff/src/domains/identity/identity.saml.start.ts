import { randomBytes } from 'node:crypto';
import {
  levelOfAct,
  levelTooLow,
  loginRequired,
  type SamlProviderName,
  type samlPurposes,
} from '@jena/shared/identity';
import { type CitizenActor, type LevelOfAssurance, newId, reachesLevel } from '@jena/shared/kernel';
import type { SamlForm } from '../../adapters/saml/port.ts';
import type { SamlProviders } from '../../adapters/saml/providers.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../platform/db/store.ts';
import type { Log } from '../../platform/log.ts';
import { eidLoginMinutes, plusMinutes } from './identity.policy.ts';
import { hashSecret } from './identity.secrets.ts';
import { actorOf } from './identity.sessions.ts';
import type { IdentityStore } from './identity.store.ts';

export type SamlStartDeps = {
  store: Store;
  identity: IdentityStore;
  saml: SamlProviders;
  clock: Clock;
  log: Log;
};

export type SamlWish = {
  provider: SamlProviderName;
  /** The secret of the browser that begins. */
  browser: string;
  /** Its session, when somebody is logged in. */
  sessionToken?: string | undefined;
  purpose: (typeof samlPurposes)[number];
  level: LevelOfAssurance;
  returnTo: string;
};

/** Nobody acts for a business on less than a certificate proves. */
const firmLevel: LevelOfAssurance = 'substantial';

const linkActs = { bundid: 'linkBundId', muk: 'linkFirm' } as const;

/**
 * Sends a person to a provider; gives the form that their browser posts there.
 * @throws identity.login_required, identity.level_too_low when somebody wants to link it who was not identified by card just now
 */
export async function startSaml(deps: SamlStartDeps, wish: SamlWish): Promise<SamlForm> {
  const { provider, purpose, returnTo } = wish;
  const level = provider === 'muk' ? firmLevel : wish.level;
  const requestId = `_${randomBytes(16).toString('hex')}`;
  const isLink = purpose === 'link';
  const accountId = isLink ? (await surelyHere(deps, provider, wish.sessionToken)).accountId : null;
  await deps.store.transaction((tx) =>
    deps.identity.addSamlLogin(tx, {
      id: newId<'samlLogin'>(),
      provider,
      requestHash: hashSecret(requestId),
      browserHash: hashSecret(wish.browser),
      purpose,
      accountId,
      level,
      returnTo,
      answerHash: null,
      sealed: null,
      endsAt: plusMinutes(deps.clock.now(), eidLoginMinutes),
    }),
  );
  return deps.saml[provider].begin({ requestId, purpose, level });
}

/** Who is logged in here, and was identified surely enough a moment ago to link what a provider says. */
export async function surelyHere(
  deps: Pick<SamlStartDeps, 'store' | 'identity' | 'clock'>,
  provider: SamlProviderName,
  sessionToken: string | undefined,
): Promise<CitizenActor> {
  const actor = await actorOf(deps, 'citizen', { token: sessionToken, quiet: true });
  if (actor.kind !== 'citizen') throw loginRequired();
  const needed = levelOfAct[linkActs[provider]];
  if (!reachesLevel(actor.levelOfAssurance, needed)) throw levelTooLow({ needed });
  return actor;
}
