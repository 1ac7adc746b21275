import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import type { FormsDeps } from './forms.deps.ts';
import { bodyOf } from './forms.drafts.ts';

/** What a person has begun and not handed in. */
export const formsPart = (deps: FormsDeps): PersonalPart => ({
  tables: ['formDrafts'],
  holds: { 'entwuerfe/': 'Anträge, die Sie begonnen und noch nicht abgesendet haben' },
  async *files(db, accountId) {
    for (const { id, state } of await deps.drafts.ofOwner(db, accountId)) {
      const row = state === 'open' ? await deps.drafts.byId(db, id) : undefined;
      if (!row) continue;
      const { serviceSlug, formVersion, createdAt, updatedAt, endsAt } = row;
      const { answers, aside, files, party, page } = await bodyOf(deps, db, row);
      yield jsonFile(`entwuerfe/${serviceSlug}-${id.slice(0, 6)}.json`, {
        ...{ serviceSlug, formVersion, createdAt, updatedAt, endsAt },
        ...{ party, page, answers, aside, files },
      });
    }
  },
});
