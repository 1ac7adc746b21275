import type { AutomaticAct } from '@jena/shared/automation';
import { type Answers, type Duplicate, endOfDays, procedureOf } from '@jena/shared/cases';
import {
  type AccountId,
  type CaseId,
  type CitizenActor,
  cityTime,
  type Instant,
  newId,
  type SystemActor,
} from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { chainAccess } from '../../platform/access-chain.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { writeDecision } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { officeDue } from './cases.due.ts';
import { move } from './cases.events.ts';
import { reachedCase } from './cases.reach.ts';
import type { CaseRow } from './cases.store.ts';

/** A case as a rule or another system needs it: opened, with its papers by question. */
export type OpenedCase = {
  row: CaseRow;
  answers: Answers;
  papers: { field: string; addedAt: Instant; ownerId: AccountId; document: VaultDocument }[];
  asked: { field: string; at: Instant }[];
  /** An earlier one may be for the same, and no caseworker found that it is for something else. */
  looksRepeated: Duplicate['reason'] | null;
};

function suspicionOf(links: readonly Pick<Duplicate, 'reason' | 'verdict'>[]): Duplicate['reason'] | null {
  const open = links.filter(({ verdict }) => verdict !== 'different');
  return open.find(({ reason }) => reason === 'person')?.reason ?? open[0]?.reason ?? null;
}

/** What the product itself may do to a case that nobody has in hand. Never a rejection. */
export function automaticCases(deps: CasesDeps) {
  type Acting = { row: CaseRow; actor: SystemActor; act: AutomaticAct };

  /** The person sees in their access log that a rule looked at their application. */
  const noteLook = (tx: Writer, { ownerId, officeId, reference }: CaseRow, at: Instant, act: string) =>
    chainAccess(tx, deps.tables, { subject: ownerId, at, officeId, act, caseReference: reference });

  return {
    byId: (db: Reader, id: CaseId) => deps.cases.byId(db, id),

    async open(db: Reader, row: CaseRow): Promise<OpenedCase> {
      const [links, requests, sealed, alike] = await Promise.all([
        deps.cases.documents(db, row.id),
        deps.cases.evidenceRequests(db, row.id),
        deps.seal.open(db, row.ownerId, row.answers, `cases_case.answers:${row.id}`),
        deps.duplicates.duplicates(db, row.id),
      ]);
      const given = links.filter(({ issuedByCity }) => !issuedByCity);
      const owners = [...new Set(given.map(({ ownerId }) => ownerId))];
      const found = await Promise.all(
        owners.map((ownerId) =>
          deps.vault.documentsOf(
            db,
            ownerId,
            given.filter((link) => link.ownerId === ownerId).map((link) => link.documentId),
          ),
        ),
      );
      const byId = new Map(found.flat().map((document) => [document.id, document]));
      return {
        row,
        answers: JSON.parse(sealed) as Answers,
        papers: given.flatMap(({ field, addedAt, ownerId, documentId }) => {
          const document = byId.get(documentId);
          return document ? [{ field, addedAt, ownerId, document }] : [];
        }),
        asked: requests.map(({ field, requestedAt }) => ({ field, at: requestedAt })),
        looksRepeated: suspicionOf(alike.filter(({ caseId }) => caseId === row.id)),
      };
    },

    noteLook,

    /** Cases of a service that people decided, the newest first, and whether they asked for a paper. */
    async decidedByPeople(db: Reader, serviceSlug: string, limit: number) {
      const rows = await deps.cases.decidedOf(db, serviceSlug, limit);
      return Promise.all(
        rows.map(async (row) => ({
          row,
          people: row.state === 'rejected' ? ('rejected' as const) : ('approved' as const),
          asked: (await deps.cases.evidenceRequests(db, row.id)).length > 0,
        })),
      );
    },

    /** Writes down what a rule found; the case waits for a person. */
    async leaveToPerson(tx: Writer, { row, actor, act }: Acting): Promise<Instant> {
      const at = await move(deps, tx, { row, type: 'prechecked', actor, automatic: act });
      await noteLook(tx, row, at, 'automation.checked');
      return at;
    },

    async approve(tx: Writer, { row, actor, act }: Acting): Promise<Instant> {
      const at = await move(deps, tx, { row, type: 'approved', actor, automatic: act }, () => ({
        answeredAt: null,
      }));
      await noteLook(tx, row, at, 'automation.checked');
      await writeDecision(deps, tx, { row, outcome: 'approved', textId: null, at });
      return at;
    },

    async ask(tx: Writer, { row, actor, act, field, reason }: Acting & { field: string; reason: string }) {
      const id = newId<'evidenceRequest'>();
      const requested = { row, type: 'evidence_requested' as const, actor, requestId: id, automatic: act };
      const dueDay = endOfDays(cityTime(deps.clock.now()).day, procedureOf(row.serviceSlug).evidenceDays);
      const at = await move(deps, tx, requested, () => ({ answeredAt: null, dueDay }));
      await noteLook(tx, row, at, 'automation.checked');
      await deps.cases.addEvidenceRequest(tx, {
        id,
        caseId: row.id,
        field,
        reason: await deps.seal.seal(tx, row.ownerId, reason, `cases_evidence_request.reason:${id}`),
        requestedAt: at,
        dueDay,
      });
      return at;
    },

    /**
     * A person wants a human to decide (GDPR Art. 22 (3)). What a rule asked for is then no longer asked for.
     * @throws cases.not_found, cases.not_in_state
     */
    async wantPerson(tx: Writer, actor: CitizenActor, id: CaseId): Promise<CaseRow> {
      const { row, by: onBehalfOf } = await reachedCase(deps, tx, actor, id);
      const at = await move(deps, tx, { row, type: 'person_wanted', actor, onBehalfOf }, () => ({
        isSpecial: true,
        dueDay: officeDue({ serviceSlug: row.serviceSlug, at: row.submittedAt }),
      }));
      for (const request of await deps.cases.evidenceRequests(tx, id))
        if (request.answeredAt === null) await deps.cases.answerEvidenceRequest(tx, request.id, at);
      return row;
    },
  };
}

export type AutomaticCases = ReturnType<typeof automaticCases>;
