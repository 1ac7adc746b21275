import { createHash } from 'node:crypto';
import type { Answers } from '@jena/shared/cases';
import {
  type AccountId,
  type CaseId,
  caseId,
  cityTime,
  type Day,
  type DocumentId,
  idFromBytes,
  type SystemActor,
} from '@jena/shared/kernel';
import { z } from 'zod';
import type { Reader, Store, Writer } from '../../platform/db/store.ts';
import { GiveUp, type JobHandler, jobHandler } from '../../platform/jobs.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import { confirmationPdf } from './cases.confirmation.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { appliedBy, factsOf } from './cases.issued.ts';
import { forgetKept } from './cases.leave.ts';
import type { CaseRow } from './cases.store.ts';

export type CasesJobDeps = CasesDeps & {
  eraseOwner(tx: Writer, ownerId: AccountId): Promise<void>;
  officeName(id: string): string;
  /** Puts a document of the city into a person's vault; repeating it with the same id changes nothing. */
  putIssued(document: {
    accountId: AccountId;
    documentId: DocumentId;
    name: string;
    mediaType: string;
    bytes: Buffer;
  }): Promise<void>;
};

/** The same case always gives the same document id, so that a repeated job does not issue twice. */
function confirmationId(id: string): DocumentId {
  return idFromBytes<'document'>(createHash('sha256').update(`confirmation:${id}`).digest().subarray(0, 16));
}

const germanDay = (day: string) => day.split('-').reverse().join('.');

/** What happens after a case was decided. */
export const caseJobs = (deps: CasesJobDeps): Record<string, JobHandler> => ({
  'cases.issue': jobHandler(z.object({ caseId }), async (payload, { store, actor }) => {
    const row = await deps.cases.byId(store.read, payload.caseId);
    if (!row) throw new GiveUp('the case is gone');
    if (row.state !== 'approved') return;
    const document = deps.catalogue.issued(row.serviceSlug);
    const form = deps.catalogue.form(
      deps.catalogue.service(row.serviceSlug)?.form ?? row.serviceSlug,
      row.formVersion,
    );
    if (!document || !form) throw new GiveUp('nothing is issued for this service');
    const answers = JSON.parse(
      await deps.seal.open(store.read, row.ownerId, row.answers, `cases_case.answers:${row.id}`),
    ) as Answers;
    const documentId = confirmationId(row.id);
    const today: Day = cityTime(deps.clock.now()).day;
    const applicant = await deps.seal.open(
      store.read,
      row.ownerId,
      row.applicant,
      `cases_case.applicant:${row.id}`,
    );
    const { title, basis, sentence } = document;
    const bytes = await confirmationPdf({
      title,
      basis,
      sentence,
      facts: [
        ...factsOf(document, form, { answers, applicant }),
        ...(await representedFacts(deps, store.read, row)),
      ],
      reference: row.reference,
      office: deps.officeName(row.officeId),
      issuedOn: germanDay(today),
    });
    await deps.putIssued({
      accountId: row.ownerId,
      documentId,
      name: `${document.name} ${row.reference}.pdf`,
      mediaType: 'application/pdf',
      bytes,
    });
    await deliver(deps, store, { id: row.id, documentId, field: document.field, actor });
  }),

  'cases.forget_kept': jobHandler(z.object({}), async (_payload, { store, clock }) => {
    await store.transaction(
      async (tx) => {
        await forgetKept(deps, tx);
        await planDaily(tx, store, clock, 'cases.forget_kept');
      },
      { changesPublicData: false },
    );
  }),
});

/** What the letter says about who acted for whom; nothing when somebody applied for themselves. */
async function representedFacts(deps: CasesDeps, db: Reader, row: CaseRow) {
  const found = row.mandateId && (await deps.mandates.representation(db, row.mandateId));
  if (!found) return [];
  return [appliedBy({ ...found, holder: await deps.mandates.nameOf(db, row.submittedBy) })];
}

async function deliver(
  deps: CasesDeps,
  store: Store,
  { id, documentId, field, actor }: { id: CaseId; documentId: DocumentId; field: string; actor: SystemActor },
) {
  await store.transaction(async (tx) => {
    const row = await deps.cases.byId(tx, id);
    if (row?.state !== 'approved') return;
    const at = await move(deps, tx, { row, type: 'delivered', actor });
    await deps.cases.addDocuments(tx, [
      {
        documentId,
        caseId: id,
        ownerId: row.ownerId,
        field,
        addedAt: at,
        issuedByCity: true,
      },
    ]);
  });
}
