import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { claimsOf } from './account.claims.ts';
import { type AccountDeps, profileOf } from './account.profile.ts';

/** What the account itself knows: the card, what it confirmed, the language, and when archives were asked for. */
export const accountPart = (deps: AccountDeps): PersonalPart => ({
  tables: ['accountProfiles', 'accountExports', 'accountClaims'],
  holds: { 'profil.json': 'was Ihr Ausweis bei der Anmeldung gesagt hat und was Sie eingestellt haben' },
  async *files(db, accountId) {
    const exports = await deps.accounts.exportsOf(db, accountId);
    yield jsonFile('profil.json', {
      ...(await profileOf(deps, db, accountId)),
      confirmed: await claimsOf(deps, db, accountId),
      exports: exports.map(({ requestedAt, readyAt }) => ({ requestedAt, readyAt })),
    });
  },
});
