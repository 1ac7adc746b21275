import { contactSchema } from '@jena/shared/account';
import {
  answerObjectionInput,
  claimInput,
  confirmDecisionInput,
  decideInput,
  openCaseInput,
  preparedFileSchema,
  queueInput,
  queueSchema,
  readMessagesInput,
  requestEvidenceInput,
  returnDecisionInput,
  searchInput,
  searchSchema,
  staffCaseInput,
  staffCaseSchema,
  writeInput,
} from '@jena/shared/cases';
import { caseId } from '@jena/shared/kernel';
import { z } from 'zod';
import { staffMutation, staffQuery } from '../../platform/trpc.ts';
import { viewContact } from './cases.contact.ts';
import type { CasesDeps } from './cases.deps.ts';
import { preparedFiles, readMessages, writeToCitizen } from './cases.messages.ts';
import { denyObjection, passOnObjection, reopen } from './cases.objections.ts';
import { workqueue } from './cases.queues.ts';
import { searchCases } from './cases.search.ts';
import { confirmDecision, returnDecision } from './cases.second.ts';
import { claimCase, decideCase, officeCase, requestEvidence, viewCase } from './cases.staff.ts';

const done = z.object({ caseId });

/** The caseworker's door to cases. What they do to a case is an event of the case itself; the audit event adds the call. */
export const staffCases = (deps: CasesDeps) => ({
  queue: staffQuery('caseworker', { audit: 'none' })
    .input(queueInput)
    .output(queueSchema)
    .query(({ ctx, input }) => workqueue(deps, ctx.store.read, ctx.actor, input)),

  open: staffQuery('caseworker', { audit: 'none' })
    .input(openCaseInput)
    .output(staffCaseSchema)
    .query(({ ctx, input }) => viewCase({ ...deps, store: ctx.store }, ctx.actor, input)),

  /** Asked with POST: a name must not stand in an address. */
  search: staffQuery('caseworker', { audit: 'cases.search_called' })
    .input(searchInput)
    .output(searchSchema)
    .query(({ ctx, input }) => searchCases(deps, ctx.store.read, ctx.actor, input)),

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

  write: staffMutation('caseworker', { audit: 'cases.write_called' })
    .input(writeInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await writeToCitizen(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  /** Files for a message that is not sent yet; they come by the uploads. */
  prepared: staffQuery('caseworker', { audit: 'none' })
    .input(staffCaseInput)
    .output(z.array(preparedFileSchema))
    .query(({ ctx, input }) => preparedFiles(deps, ctx.store.read, ctx.actor, input.caseId)),

  readMessages: staffMutation('caseworker', { audit: 'cases.read_messages_called' })
    .input(readMessagesInput)
    .output(done)
    .mutation(async ({ ctx, input: { caseId } }) => {
      const row = await officeCase(deps, ctx.tx, ctx.actor, caseId);
      await readMessages(deps, ctx.tx, { row, by: 'office', actor: ctx.actor });
      return { caseId };
    }),

  confirmDecision: staffMutation('caseworker', { audit: 'cases.confirm_decision_called' })
    .input(confirmDecisionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await confirmDecision(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  returnDecision: staffMutation('caseworker', { audit: 'cases.return_decision_called' })
    .input(returnDecisionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await returnDecision(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  reopen: staffMutation('caseworker', { audit: 'cases.reopen_called' })
    .input(answerObjectionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await reopen(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  passOnObjection: staffMutation('caseworker', { audit: 'cases.pass_on_objection_called' })
    .input(answerObjectionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await passOnObjection(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  denyObjection: staffMutation('caseworker', { audit: 'cases.deny_objection_called' })
    .input(answerObjectionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await denyObjection(deps, ctx.tx, ctx.actor, input);
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
