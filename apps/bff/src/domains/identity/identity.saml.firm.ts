import { type AccountId, newId, type SystemActor, toInstant } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import type { SamlDeps, SamlGiven, SamlSettled } from './identity.saml.finish.ts';
import { linkedPath } from './identity.saml.paths.ts';
import type { SamlLogin } from './identity.saml.store.ts';
import { samlErrors } from './identity.saml.words.ts';
import { openCitizenSession } from './identity.sessions.ts';

/** At a login it is the provider who says for whom somebody acts. */
const provider: SystemActor = { kind: 'system', job: 'identity.muk' };

/**
 * „Mein Unternehmenskonto“ proved for which business somebody acts: lets them in to act for it and for nobody else, or
 * lets who is logged in by card act for it too. A business's certificate opens no person's own account.
 */
export async function settleFirm(
  deps: SamlDeps,
  tx: Writer,
  { returnTo }: Pick<SamlLogin, 'returnTo'>,
  { identity, subjectHash, known, browserNow, linking }: SamlGiven,
): Promise<SamlSettled> {
  const { firm, level, person } = identity;
  if (firm === undefined) throw samlErrors.muk.failed();
  const vouched = { by: 'muk' as const, ...firm };
  if (linking !== undefined) {
    await deps.vouchForFirm(tx, { holderId: linking.accountId, firm: vouched, actor: linking });
    return { to: linkedPath('muk', returnTo), token: undefined };
  }
  const at = toInstant(deps.clock.now());
  const accountId = known ?? (newId<'account'>() as AccountId);
  if (known === undefined) {
    await deps.identity.addSamlAccount(tx, { id: accountId, entryLevel: 'substantial', createdAt: at });
    await deps.identity.addSamlCredential(tx, { provider: 'muk', accountId, subjectHash, createdAt: at });
  }
  const session = { accountId, levelOfAssurance: level, method: 'muk', ...browserNow } as const;
  const token = await openCitizenSession(deps, tx, session);
  await deps.saveCard(tx, { accountId, card: person, at });
  await deps.vouchForFirm(tx, { holderId: accountId, firm: vouched, actor: provider });
  return { to: returnTo, token };
}
