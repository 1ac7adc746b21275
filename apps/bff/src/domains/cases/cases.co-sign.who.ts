import { coSignOwn, coSignUnknown } from '@jena/shared/cases';
import { levelTooLow } from '@jena/shared/identity';
import { type AccountId, type CitizenActor, reachesLevel } from '@jena/shared/kernel';
import { actForFirm } from '@jena/shared/mandates';
import type { Reader } from '../../platform/db/access.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';

const needed = 'substantial';

type WhoDeps = Pick<CasesDeps, 'card' | 'alike'>;

/** Name and birth date as a card has them, or as surely from elsewhere; undefined for whoever typed them in themselves. */
async function knownPerson({ card }: WhoDeps, db: Reader, accountId: AccountId) {
  const known = await card(db, accountId);
  // Some people have one name; a card has it as the family name.
  if (!known?.familyName || !known.birthDate) return undefined;
  const { origin } = known;
  const isSure = !origin || (origin.provider !== 'muk' && reachesLevel(origin.level, needed));
  return isSure ? known : undefined;
}

/**
 * Where two have to sign, the first must be known as surely as the second: of who is unknown, nobody can tell that they
 * are not the same.
 * @throws identity.level_too_low
 */
export async function admitFirst(deps: WhoDeps, db: Reader, { accountId }: CitizenActor): Promise<void> {
  if (!(await knownPerson(deps, db, accountId))) throw levelTooLow({ needed });
}

/**
 * Lets somebody sign who is surely another human than who applied.
 * @throws cases.co_sign_own for who handed it in or whose case it is, under whichever account of theirs;
 *   mandates.act_for_firm; identity.level_too_low for who is not surely known; cases.co_sign_unknown where the first is not
 */
export async function admitSecond(
  deps: WhoDeps,
  db: Reader,
  { accountId, forFirm }: CitizenActor,
  { ownerId, submittedBy }: Pick<CaseRow, 'ownerId' | 'submittedBy'>,
): Promise<void> {
  if (forFirm) throw actForFirm();
  const applicants = [ownerId, submittedBy];
  if (applicants.includes(accountId)) throw coSignOwn();
  const known = await knownPerson(deps, db, accountId);
  if (!known) throw levelTooLow({ needed });
  const alike = await deps.alike(db, known);
  if (alike.some((one) => applicants.includes(one))) throw coSignOwn();
  if (!(await knownPerson(deps, db, submittedBy))) throw coSignUnknown();
}
