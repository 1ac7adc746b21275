import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import type { CasesDeps } from './cases.deps.ts';
import { notesAbout } from './cases.notes.ts';
import { caseDetail } from './cases.view.ts';

/** A person's cases as they see them: answers, requests, decision and every step. */
export const casesPart = (deps: CasesDeps): PersonalPart => ({
  tables: [
    'cases',
    'caseCoSigns',
    'caseNotes',
    'caseEvidenceRequests',
    'caseDocuments',
    'caseMessages',
    'caseDecisions',
  ],
  holds: {
    'vorgaenge/':
      'Ihre Vorgänge: Angaben, Nachforderungen, Nachrichten, Entscheidung, jeder Schritt und interne Vermerke',
  },
  async *files(db, accountId) {
    for (const { id } of await deps.cases.ofOwner(db, accountId)) {
      const row = await deps.cases.byId(db, id);
      if (row === undefined) continue;
      yield jsonFile(`vorgaenge/${row.reference}.json`, await caseDetail(deps, db, row, accountId));
      const notes = await notesAbout(deps, db, row);
      if (notes.length > 0) yield jsonFile(`vorgaenge/${row.reference}-vermerke.json`, notes);
    }
  },
});
