import { contactSchema } from '@jena/shared/account';
import {
  claimInput,
  decideInput,
  queueInput,
  queueSchema,
  requestEvidenceInput,
  staffCaseInput,
  staffCaseSchema,
} from '@jena/shared/cases';
import { caseId } from '@jena/shared/kernel';
import { z } from 'zod';
import { staffMutation, staffQuery } from '../../platform/trpc.ts';
import { viewContact } from './cases.contact.ts';
import type { CasesDeps } from './cases.deps.ts';
import { claimCase, decideCase, requestEvidence, viewCase, workqueue } from './cases.staff.ts';

const done = z.object({ caseId });

/** The caseworker's door to cases. What they do to a case is an event of the case itself; the audit event adds the call. */
export const staffCases = (deps: CasesDeps) => ({
  queue: staffQuery('caseworker', { audit: 'none' })
    .input(queueInput)
    .output(queueSchema)
    .query(({ ctx, input }) => workqueue(deps, ctx.store.read, ctx.actor, input.queue, input.after)),

  open: staffQuery('caseworker', { audit: 'none' })
    .input(staffCaseInput)
    .output(staffCaseSchema)
    .query(({ ctx, input }) => viewCase({ ...deps, store: ctx.store }, ctx.actor, input.caseId)),

  contact: staffQuery('caseworker', { audit: 'none' })
    .input(staffCaseInput)
    .output(contactSchema)
    .query(({ ctx, input }) => viewContact({ ...deps, store: ctx.store }, ctx.actor, input.caseId)),

  claim: staffMutation('caseworker', { audit: 'cases.claim_called' })
    .input(claimInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await claimCase(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  requestEvidence: staffMutation('caseworker', { audit: 'cases.request_evidence_called' })
    .input(requestEvidenceInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await requestEvidence(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  approve: staffMutation('caseworker', { audit: 'cases.approve_called' })
    .input(decideInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await decideCase(deps, ctx.tx, ctx.actor, { ...input, decision: 'approved' });
      return { caseId: input.caseId };
    }),

  reject: staffMutation('caseworker', { audit: 'cases.reject_called' })
    .input(decideInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await decideCase(deps, ctx.tx, ctx.actor, { ...input, decision: 'rejected' });
      return { caseId: input.caseId };
    }),
});
