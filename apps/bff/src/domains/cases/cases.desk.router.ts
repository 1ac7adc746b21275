import {
  addNoteInput,
  assignInput,
  colleagueSchema,
  endSubstituteInput,
  setSubstituteInput,
  settleDuplicateInput,
  substituteSchema,
} from '@jena/shared/cases';
import { caseId } from '@jena/shared/kernel';
import { z } from 'zod';
import { staffMutation, staffQuery } from '../../platform/trpc.ts';
import { assignCase } from './cases.assign.ts';
import type { CasesDeps } from './cases.deps.ts';
import { settleDuplicate } from './cases.duplicates.ts';
import { addNote } from './cases.notes.ts';
import { colleaguesOf, endSubstitute, setSubstitute, substitutesOf } from './cases.substitutes.ts';

const done = z.object({ caseId });

/** What caseworkers arrange among themselves: hands, substitutes, notes. */
export const deskCases = (deps: CasesDeps) => ({
  colleagues: staffQuery('caseworker', { audit: 'none' })
    .input(z.object({}))
    .output(z.array(colleagueSchema))
    .query(({ ctx }) => colleaguesOf(deps, ctx.store.read, ctx.actor)),

  assign: staffMutation('caseworker', { audit: 'cases.assign_called' })
    .input(assignInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await assignCase(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  addNote: staffMutation('caseworker', { audit: 'cases.add_note_called' })
    .input(addNoteInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await addNote(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  settleDuplicate: staffMutation('caseworker', { audit: 'cases.settle_duplicate_called' })
    .input(settleDuplicateInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await settleDuplicate(deps, ctx.tx, ctx.actor, input);
      return { caseId: input.caseId };
    }),

  substitutes: staffQuery('caseworker', { audit: 'none' })
    .input(z.object({}))
    .output(z.array(substituteSchema))
    .query(({ ctx }) => substitutesOf(deps, ctx.store.read, ctx.actor)),

  setSubstitute: staffMutation('caseworker', { audit: 'cases.set_substitute_called' })
    .input(setSubstituteInput)
    .output(z.object({ substitutionId: z.string() }))
    .mutation(async ({ ctx, input }) => ({
      substitutionId: await setSubstitute(deps, ctx.tx, ctx.actor, input),
    })),

  endSubstitute: staffMutation('caseworker', { audit: 'cases.end_substitute_called' })
    .input(endSubstituteInput)
    .output(z.object({ substitutionId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await endSubstitute(deps, ctx.tx, ctx.actor, input.id);
      return { substitutionId: input.id };
    }),
});
