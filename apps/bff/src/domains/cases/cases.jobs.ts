import { digestOf } from '@jena/shared/cases';
import { type AccountId, type CaseId, caseId, type DocumentId, type SystemActor } from '@jena/shared/kernel';
import { z } from 'zod';
import type { Store, Writer } from '../../platform/db/store.ts';
import { GiveUp, type JobHandler, jobHandler } from '../../platform/jobs.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import { coSignJobs } from './cases.co-sign.jobs.ts';
import type { DecisionRow } from './cases.decisions.store.ts';
import { codeHashOf } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { move } from './cases.events.ts';
import { forgetKept } from './cases.leave.ts';
import { letterPdf } from './cases.letter.ts';
import { type LetterDeps, letterId, letterOf } from './cases.letter.words.ts';
import type { CaseRow } from './cases.store.ts';

export type CasesJobDeps = LetterDeps & {
  eraseOwner(tx: Writer, ownerId: AccountId): Promise<void>;
  /** Puts a document of the city into a person's vault; repeating it with the same id changes nothing. */
  putIssued(document: {
    accountId: AccountId;
    documentId: DocumentId;
    name: string;
    mediaType: string;
    bytes: Buffer;
  }): Promise<void>;
};

/** What happens after a case was decided. */
export const caseJobs = (deps: CasesJobDeps): Record<string, JobHandler> => ({
  ...coSignJobs(deps),

  'cases.issue': jobHandler(z.object({ caseId }), async (payload, { store, actor }) => {
    const row = await deps.cases.byId(store.read, payload.caseId);
    const [decision] = row ? await deps.cases.decisions(store.read, row.id) : [];
    if (!row || !decision) throw new GiveUp('the case is gone');
    if (!awaitsLetter(row, decision)) return;
    const { name, field, letter } = await letterOf(deps, store.read, row, decision);
    const bytes = await letterPdf(letter);
    const documentId = letterId(decision.id);
    await deps.putIssued({
      accountId: row.ownerId,
      documentId,
      name: `${name} ${row.reference}.pdf`,
      mediaType: 'application/pdf',
      bytes,
    });
    const fileHash = await digestOf(new Uint8Array(bytes));
    const codeHash = await codeHashOf(letter.check.code);
    await deliver(deps, store, { id: row.id, documentId, field, actor, fileHash, codeHash });
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

/** A letter is written once for each decision, and only while the case still stands as that decision left it. */
const awaitsLetter = ({ state }: CaseRow, { outcome, providedAt }: DecisionRow): boolean =>
  state === 'approved' || (outcome !== 'approved' && state === outcome && providedAt === null);

type Delivery = {
  id: CaseId;
  documentId: DocumentId;
  field: string;
  actor: SystemActor;
  fileHash: string;
  codeHash: string;
};

async function deliver(deps: CasesDeps, store: Store, delivery: Delivery) {
  const { id, documentId, field, actor, fileHash, codeHash } = delivery;
  await store.transaction(async (tx) => {
    const row = await deps.cases.byId(tx, id);
    const [decision] = row ? await deps.cases.decisions(tx, row.id) : [];
    if (!row || !decision || !awaitsLetter(row, decision)) return;
    const at = await move(deps, tx, { row, type: 'delivered', actor });
    await deps.cases.provideDecision(tx, decision.id, { providedAt: at, documentId, fileHash, codeHash });
    await deps.cases.addDocuments(tx, [
      { documentId, caseId: id, ownerId: row.ownerId, field, addedAt: at, issuedByCity: true },
    ]);
  });
}
