import {
  addEvidenceInput,
  caseDetailSchema,
  caseSummarySchema,
  documentCaseSchema,
  endShareInput,
  objectInput,
  readMessagesInput,
  receiptSchema,
  shareDocumentInput,
  submitInput,
  verifiedSchema,
  verifyInput,
  withdrawInput,
  writeInput,
} from '@jena/shared/cases';
import { caseId } from '@jena/shared/kernel';
import { tooMany } from '@jena/shared/platform';
import { documentInput } from '@jena/shared/vault';
import { z } from 'zod';
import { citizenMutation, citizenQuery, publicQuery } from '../../platform/trpc.ts';
import { coSignCalls } from './cases.co-sign.router.ts';
import { verify } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { earlierAnswers, earlierFactsSchema } from './cases.earlier.ts';
import { addEvidence } from './cases.evidence.ts';
import { readMessages, writeToOffice } from './cases.messages.ts';
import { object, withdraw } from './cases.objections.ts';
import { casesOf, reachedCase } from './cases.reach.ts';
import { casesWith, endShare, shareDocument } from './cases.share.ts';
import { submitCase } from './cases.submit.ts';
import { caseDetail } from './cases.view.ts';

const done = z.object({ caseId });

/** The citizen's door to cases; everyone's, to confirm a decision. */
export const citizenCases = (deps: CasesDeps) => ({
  ...coSignCalls(deps),

  submit: citizenMutation({ audit: 'none' })
    .input(submitInput)
    .output(receiptSchema)
    .mutation(({ ctx, input }) => submitCase(deps, ctx.tx, ctx.actor, input)),

  mine: citizenQuery({ audit: 'none' })
    .input(z.object({}).optional())
    .output(z.object({ cases: z.array(caseSummarySchema) }))
    .query(async ({ ctx }) => ({ cases: await casesOf(deps, ctx.store.read, ctx.actor) })),

  earlierAnswers: citizenQuery({ audit: 'none' })
    .input(z.object({}))
    .output(earlierFactsSchema)
    .query(({ ctx }) => earlierAnswers(deps, ctx.store.read, ctx.actor.accountId)),

  detail: citizenQuery({ audit: 'none' })
    .input(z.object({ caseId }))
    .output(caseDetailSchema)
    .query(async ({ ctx, input }) => {
      const { row } = await reachedCase(deps, ctx.store.read, ctx.actor, input.caseId);
      return caseDetail(deps, ctx.store.read, row, ctx.actor.accountId);
    }),

  addEvidence: citizenMutation({ audit: 'none' })
    .input(addEvidenceInput)
    .output(z.object({ caseId }))
    .mutation(async ({ ctx, input }) => {
      await addEvidence(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  withDocument: citizenQuery({ audit: 'none' })
    .input(documentInput)
    .output(z.array(documentCaseSchema))
    .query(({ ctx, input }) => casesWith(deps, ctx.store.read, ctx.actor, input.documentId)),

  write: citizenMutation({ audit: 'none' })
    .input(writeInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await writeToOffice(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  readMessages: citizenMutation({ audit: 'none' })
    .input(readMessagesInput)
    .output(done)
    .mutation(async ({ ctx, input: { caseId } }) => {
      const { row } = await reachedCase(deps, ctx.tx, ctx.actor, caseId);
      await readMessages(deps, ctx.tx, { row, by: 'citizen', actor: ctx.actor });
      return { caseId };
    }),

  withdraw: citizenMutation({ audit: 'none' })
    .input(withdrawInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await withdraw(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  // In place of a signature: who objects has shown the card (§ 70 (1) VwGO, § 9a (5) OZG).
  object: citizenMutation({ audit: 'none', level: 'high' })
    .input(objectInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await object(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  verify: publicQuery({ audit: 'none' })
    .input(verifyInput)
    .output(verifiedSchema)
    .query(({ ctx, input }) => {
      if (!deps.verifyLimiter.take(ctx.request.address)) throw tooMany();
      return verify(deps, ctx.store.read, input.digest);
    }),

  shareDocument: citizenMutation({ audit: 'none' })
    .input(shareDocumentInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await shareDocument(deps, ctx.tx, ctx.actor, input);
      return {};
    }),

  endShare: citizenMutation({ audit: 'none' })
    .input(endShareInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await endShare(deps, ctx.tx, ctx.actor, input);
      return {};
    }),
});
