import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { liveOnes } from './mandates.live.ts';
import { partyFacts } from './mandates.party.ts';
import { givenMandates, heldMandates } from './mandates.usecases.ts';

/** Who may act for a person, for whom they may act, and what they said about their children and businesses. */
export const mandatesPart = (deps: MandatesDeps): PersonalPart => ({
  tables: ['mandates', 'mandateParties'],
  holds: {
    'vertretungen.json': 'für wen Sie handeln dürfen, mit Ihren Angaben dazu, und wer für Sie handeln darf',
  },
  async *files(db, accountId) {
    const rows = await liveOnes(deps, db, await deps.mandates.heldBy(db, accountId));
    const parties = rows.filter(({ kind }) => kind !== 'power_of_attorney');
    yield jsonFile('vertretungen.json', {
      held: await heldMandates(deps, db, { accountId }),
      parties: await Promise.all(parties.map(({ representedId }) => partyFacts(deps, db, representedId))),
      given: await givenMandates(deps, db, { accountId }),
    });
  },
});
