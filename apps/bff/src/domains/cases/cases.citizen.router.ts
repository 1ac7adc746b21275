import {
  addEvidenceInput,
  caseDetailSchema,
  caseSummarySchema,
  documentCaseSchema,
  endShareInput,
  receiptSchema,
  shareDocumentInput,
  submitInput,
} from '@jena/shared/cases';
import { caseId } from '@jena/shared/kernel';
import { documentInput } from '@jena/shared/vault';
import { z } from 'zod';
import { citizenMutation, citizenQuery } from '../../platform/trpc.ts';
import type { CasesDeps } from './cases.deps.ts';
import { addEvidence } from './cases.evidence.ts';
import { casesOf, reachedCase } from './cases.reach.ts';
import { casesWith, endShare, shareDocument } from './cases.share.ts';
import { submitCase } from './cases.submit.ts';
import { caseDetail } from './cases.view.ts';

/** The citizen's door to cases. */
export const citizenCases = (deps: CasesDeps) => ({
  submit: citizenMutation({ audit: 'none' })
    .input(submitInput)
    .output(receiptSchema)
    .mutation(({ ctx, input }) => submitCase(deps, ctx.tx, ctx.actor, input)),

  mine: citizenQuery({ audit: 'none' })
    .input(z.object({}).optional())
    .output(z.object({ cases: z.array(caseSummarySchema) }))
    .query(async ({ ctx }) => ({ cases: await casesOf(deps, ctx.store.read, ctx.actor) })),

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
