import { eidExpired } from '@jena/shared/identity';
import { type CitizenActor, DomainError, newId, toInstant } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import {
  beginBeside,
  type JoinDeps,
  joinCard,
  openWaiting,
  provenHere,
  type WaitingCard,
} from './identity.eid.join.ts';
import type { BrowserNow } from './identity.eid.settle.ts';
import { hashSecret } from './identity.secrets.ts';
import { identityStream, openCitizenSession } from './identity.sessions.ts';

export type Choice = 'join' | 'begin';

/**
 * A new card was read in this browser, and there is an account of somebody alike. Now its person says what it is:
 * `join` their account, in which they logged in meanwhile by a way that they had before, or `begin` one of their own.
 * @throws identity.eid_expired when no card waits here; identity.login_required, identity.login_again,
 * identity.eid_taken, identity.eid_other_name, identity.other_person
 */
export async function settleWaiting(
  deps: JoinDeps,
  { browser, choice, browserNow }: { browser: string; choice: Choice; browserNow: BrowserNow },
): Promise<{ to: string; token: string | undefined }> {
  let actor: CitizenActor | undefined;
  try {
    return await deps.store.transaction(async (tx) => {
      const { waiting, returnTo } = await takeWaiting(deps, tx, browser);
      if (choice === 'join') {
        actor = await provenHere(deps, tx, browserNow.oldToken);
        await joinCard(deps, tx, actor, waiting);
        return { to: returnTo, token: undefined };
      }
      const accountId = newId<'account'>();
      await beginBeside(deps, tx, { ...waiting, accountId });
      const session = { accountId, levelOfAssurance: 'high', method: 'eid', ...browserNow } as const;
      return { to: returnTo, token: await openCitizenSession(deps, tx, session) };
    });
  } catch (error) {
    if (error instanceof DomainError && actor) await tellRefused(deps, actor, error);
    throw error;
  }
}

/** The card waits on when what follows fails: the whole is one transaction. */
async function takeWaiting(
  { identity, clock }: JoinDeps,
  tx: Writer,
  browser: string,
): Promise<{ waiting: WaitingCard; returnTo: string }> {
  const login = await identity.waitingCardOf(tx, hashSecret(browser), toInstant(clock.now()));
  if (!login?.sealed || login.subjectHash === null) throw eidExpired();
  if (!(await identity.takeWaitingCard(tx, login.id))) throw eidExpired();
  const card = openWaiting(login, browser, login.sealed);
  return { waiting: { subjectHash: login.subjectHash, card }, returnTo: login.returnTo };
}

/** Somebody logged in tried to give this account a card that does not fit: its owner can read that in their data. */
async function tellRefused(deps: JoinDeps, actor: CitizenActor, { code }: DomainError): Promise<void> {
  await deps.store.transaction((tx) =>
    appendEvent(tx, deps.store.tables, {
      stream: identityStream(actor.accountId),
      type: 'identity.card_refused',
      actor,
      at: toInstant(deps.clock.now()),
      data: { reason: code },
      subject: actor.accountId,
    }),
  );
}
