import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { addedOf } from './account.added.ts';
import { claimsOf } from './account.claims.ts';
import { type AccountDeps, profileOf } from './account.profile.ts';

/** What the account itself knows: the card, what it confirmed, what the person added, the language, and when archives were asked for. */
export const accountPart = (deps: AccountDeps): PersonalPart => ({
  tables: ['accountProfiles', 'accountExports', 'accountClaims', 'accountAdded', 'accountLikeness'],
  holds: {
    'profil.json': 'was Ihr Ausweis oder Ihre BundID gesagt hat und was Sie ergänzt und eingestellt haben',
  },
  async *files(db, accountId) {
    const exports = await deps.accounts.exportsOf(db, accountId);
    const { canMail: _city, ...added } = await addedOf({ ...deps, canMail: true }, db, accountId);
    yield jsonFile('profil.json', {
      ...(await profileOf(deps, db, accountId)),
      added,
      confirmed: await claimsOf(deps, db, accountId),
      exports: exports.map(({ requestedAt, readyAt }) => ({ requestedAt, readyAt })),
    });
  },
});
