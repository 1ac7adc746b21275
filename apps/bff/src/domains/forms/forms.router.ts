import {
  closeDraftInput,
  draftInput,
  draftSchema,
  draftsSchema,
  saveDraftInput,
  savedDraftSchema,
} from '@jena/shared/forms/drafts';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router } from '../../platform/trpc.ts';
import type { FormsDeps } from './forms.deps.ts';
import { closeDraft, draftOf, draftsOf, saveDraft } from './forms.drafts.ts';

/** A person's half-filled forms, for all their devices. */
export const createFormsRouter = (deps: FormsDeps) =>
  router({
    drafts: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(draftsSchema)
      .query(({ ctx }) => draftsOf(deps, ctx.store.read, ctx.actor)),

    draft: citizenQuery({ audit: 'none' })
      .input(draftInput)
      .output(draftSchema)
      .query(({ ctx, input }) => draftOf(deps, ctx.store.read, ctx.actor, input.draftId)),

    saveDraft: citizenMutation({ audit: 'none' })
      .input(saveDraftInput)
      .output(savedDraftSchema)
      .mutation(({ ctx, input }) => saveDraft(deps, ctx.tx, ctx.actor, input)),

    closeDraft: citizenMutation({ audit: 'none' })
      .input(closeDraftInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input }) => {
        await closeDraft(deps, ctx.tx, ctx.actor, input);
        return {};
      }),
  });
