import type { Device, SamlProviderName } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, DomainError, toInstant } from '@jena/shared/kernel';
import type { ProvenIdentity } from '../../adapters/saml/port.ts';
import type { Writer } from '../../platform/db/access.ts';
import type { SaveCard } from '../account/index.ts';
import type { MandatesFace } from '../mandates/index.ts';
import type { Notifications } from '../notifications/index.ts';
import { settleFirm } from './identity.saml.firm.ts';
import { settlePerson } from './identity.saml.person.ts';
import { openAnswer, tellFailed } from './identity.saml.receive.ts';
import { type SamlStartDeps, surelyHere } from './identity.saml.start.ts';
import type { SamlLogin } from './identity.saml.store.ts';
import { samlErrors } from './identity.saml.words.ts';
import { hashSecret, sameHash } from './identity.secrets.ts';

export type SamlDeps = SamlStartDeps & {
  /** Keyed hash of a pseudonym: nobody can compute it without the key. */
  hashSubject: (provider: SamlProviderName, subject: string) => string;
  saveCard: SaveCard;
  notify: Notifications['notify'];
  vouchForFirm: MandatesFace['vouch'];
};

type BrowserNow = { oldToken: string | undefined; device: Device; deviceSecret: string };

/** What was proven, and where. */
export type SamlGiven = {
  identity: ProvenIdentity;
  subjectHash: string;
  /** Whose account it leads into; undefined when nobody knows it. */
  known: AccountId | undefined;
  browserNow: BrowserNow;
  /** Who is logged in, and links it with their account. */
  linking: CitizenActor | undefined;
};

/** Where the browser goes on, and the session it goes with; undefined when it keeps the one it has. */
export type SamlSettled = { to: string; token: string | undefined };

export type SamlFinished =
  | { kind: 'done'; to: string; token: string | undefined }
  | { kind: 'refused'; error: DomainError; login: SamlLogin | undefined };

/**
 * Does what the person began, in the browser that began it and in no other: whoever has somebody else's answer posted
 * by a stranger's browser gains nothing (login CSRF). Serves once.
 */
export async function finishSaml(
  deps: SamlDeps,
  given: { provider: SamlProviderName; secret: string; browser: string; browserNow: BrowserNow },
): Promise<SamlFinished> {
  const { provider, secret, browser, browserNow } = given;
  const { expired } = samlErrors[provider];
  const login = await deps.identity.samlLoginByAnswer(deps.store.read, hashSecret(secret));
  const isOurs = login?.provider === provider && sameHash(login.browserHash, hashSecret(browser));
  if (!isOurs || login.endsAt <= toInstant(deps.clock.now()))
    return { kind: 'refused', error: expired(), login: undefined };
  try {
    const identity = openAnswer(login, secret);
    const linking = login.purpose === 'link' ? await stillHere(deps, login, browserNow.oldToken) : undefined;
    const done = await deps.store.transaction(async (tx) => {
      if (!(await deps.identity.endSamlLogin(tx, login.id))) throw expired();
      const subjectHash = deps.hashSubject(provider, identity.subject);
      const known = await deps.identity.accountBySubject(tx, subjectHash);
      return settle(deps, tx, login, { identity, subjectHash, known, browserNow, linking });
    });
    return { kind: 'done', ...done };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await deps.store.transaction(async (tx) => {
      if (await deps.identity.endSamlLogin(tx, login.id)) await tellFailed(deps, tx, login, error.code);
    });
    return { kind: 'refused', error, login };
  }
}

/** Who began to link must still be logged in as themselves, and still as surely. */
async function stillHere(deps: SamlDeps, login: SamlLogin, token: string | undefined): Promise<CitizenActor> {
  const actor = await surelyHere(deps, login.provider, token);
  if (actor.accountId !== login.accountId) throw samlErrors[login.provider].expired();
  return actor;
}

function settle(deps: SamlDeps, tx: Writer, login: SamlLogin, given: SamlGiven): Promise<SamlSettled> {
  return (login.provider === 'muk' ? settleFirm : settlePerson)(deps, tx, login, given);
}
