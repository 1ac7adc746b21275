import {
  answerCoSignInput,
  changeCoSignInput,
  coSignCaseInput,
  coSignSchema,
  openedCoSignsSchema,
  takeCoSignInput,
  takenCoSignSchema,
  toSignInput,
  toSignSchema,
} from '@jena/shared/cases';
import { z } from 'zod';
import { citizenMutation, citizenQuery } from '../../platform/trpc.ts';
import { answerCoSign, openedBy, takeCoSign, toSign } from './cases.co-sign.answer.ts';
import { askCoSign, coSignOf, withdrawCoSign } from './cases.co-sign.ts';
import type { CasesDeps } from './cases.deps.ts';

/** Both sides of a second signature: whoever asks for it, and whoever gives it. */
export const coSignCalls = (deps: CasesDeps) => ({
  coSign: citizenQuery({ audit: 'none' })
    .input(coSignCaseInput)
    .output(coSignSchema)
    .query(({ ctx, input }) => coSignOf(deps, ctx.store.read, ctx.actor, input.caseId)),

  askCoSign: citizenMutation({ audit: 'none' })
    .input(changeCoSignInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await askCoSign(deps, ctx.tx, ctx.actor, input.caseId);
      return {};
    }),

  withdrawCoSign: citizenMutation({ audit: 'none' })
    .input(changeCoSignInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await withdrawCoSign(deps, ctx.tx, ctx.actor, input.caseId);
      return {};
    }),

  takeCoSign: citizenMutation({ audit: 'none', level: 'substantial' })
    .input(takeCoSignInput)
    .output(takenCoSignSchema)
    .mutation(({ ctx, input }) => takeCoSign(deps, ctx.tx, ctx.actor, input)),

  openedCoSigns: citizenQuery({ audit: 'none' })
    .input(z.object({}))
    .output(openedCoSignsSchema)
    .query(async ({ ctx }) => ({ requests: await openedBy(deps, ctx.store.read, ctx.actor) })),

  toSign: citizenQuery({ audit: 'none' })
    .input(toSignInput)
    .output(toSignSchema)
    .query(({ ctx, input }) => toSign(deps, ctx.store.read, ctx.actor, input.coSignId)),

  answerCoSign: citizenMutation({ audit: 'none', level: 'substantial' })
    .input(answerCoSignInput)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await answerCoSign(deps, ctx.tx, ctx.actor, input);
      return {};
    }),
});
