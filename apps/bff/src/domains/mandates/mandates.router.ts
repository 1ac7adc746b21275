import { accessPageSchema } from '@jena/shared/account';
import { levelOfAct } from '@jena/shared/identity';
import {
  actsSchema,
  changeInput,
  confirmInput,
  declareBusinessInput,
  declareChildInput,
  doneSchema,
  invitationSchema,
  inviteInput,
  mandateInput,
  mandatesSchema,
  partyFactsSchema,
  partyLogInput,
  takeInput,
} from '@jena/shared/mandates';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router, staffMutation } from '../../platform/trpc.ts';
import { actsBy, partyLog } from './mandates.acts.ts';
import { accept, offersTo, refuse, take } from './mandates.answer.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { invitation, invite } from './mandates.invite.ts';
import {
  confirmMandate,
  declareBusiness,
  declareChild,
  givenMandates,
  heldMandates,
  heldParty,
  revokeMandate,
} from './mandates.usecases.ts';

/** Both doors to mandates. What happens to a mandate is an event of its own. */
export const createMandatesRouter = (deps: MandatesDeps) =>
  router({
    mine: citizenQuery({ audit: 'none' })
      .input(z.object({}).optional())
      .output(mandatesSchema)
      .query(async ({ ctx }) => ({
        held: await heldMandates(deps, ctx.store.read, ctx.actor),
        offers: await offersTo(deps, ctx.store.read, ctx.actor),
        given: await givenMandates(deps, ctx.store.read, ctx.actor),
      })),

    party: citizenQuery({ audit: 'none' })
      .input(mandateInput)
      .output(partyFactsSchema)
      .query(({ ctx, input }) => heldParty(deps, ctx.store.read, ctx.actor, input.mandateId)),

    declareChild: citizenMutation({ audit: 'none', level: 'substantial' })
      .input(declareChildInput)
      .output(doneSchema)
      .mutation(({ ctx, input }) => declareChild(deps, ctx.tx, ctx.actor, input)),

    declareBusiness: citizenMutation({ audit: 'none', level: 'substantial' })
      .input(declareBusinessInput)
      .output(doneSchema)
      .mutation(({ ctx, input }) => declareBusiness(deps, ctx.tx, ctx.actor, input)),

    invite: citizenMutation({ audit: 'none', level: levelOfAct.giveMandate })
      .input(inviteInput)
      .output(doneSchema)
      .mutation(({ ctx, input }) => invite(deps, ctx.tx, ctx.actor, input)),

    invitation: citizenQuery({ audit: 'none' })
      .input(mandateInput)
      .output(invitationSchema)
      .query(({ ctx, input }) => invitation(deps, ctx.store.read, ctx.actor, input.mandateId)),

    acts: citizenQuery({ audit: 'none' })
      .input(mandateInput)
      .output(actsSchema)
      .query(async ({ ctx, input }) => ({
        acts: await actsBy(deps, ctx.store.read, ctx.actor, input.mandateId),
      })),

    partyLog: citizenQuery({ audit: 'none' })
      .input(partyLogInput)
      .output(accessPageSchema)
      .query(({ ctx, input }) => partyLog(deps, ctx.store.read, ctx.actor, input)),

    take: citizenMutation({ audit: 'none', level: 'substantial' })
      .input(takeInput)
      .output(doneSchema)
      .mutation(({ ctx, input }) => take(deps, ctx.tx, ctx.actor, input)),

    accept: citizenMutation({ audit: 'none', level: 'substantial' })
      .input(changeInput)
      .output(doneSchema)
      .mutation(async ({ ctx, input }) => {
        await accept(deps, ctx.tx, ctx.actor, input.mandateId);
        return { mandateId: input.mandateId };
      }),

    refuse: citizenMutation({ audit: 'none' })
      .input(changeInput)
      .output(doneSchema)
      .mutation(async ({ ctx, input }) => {
        await refuse(deps, ctx.tx, ctx.actor, input.mandateId);
        return { mandateId: input.mandateId };
      }),

    revoke: citizenMutation({ audit: 'none' })
      .input(changeInput)
      .output(doneSchema)
      .mutation(async ({ ctx, input }) => {
        await revokeMandate(deps, ctx.tx, ctx.actor, input.mandateId);
        return { mandateId: input.mandateId };
      }),

    staff: router({
      confirm: staffMutation('caseworker', { audit: 'mandates.confirm_called' })
        .input(confirmInput)
        .output(doneSchema)
        .mutation(async ({ ctx, input }) => ({
          mandateId: await confirmMandate(deps, ctx.tx, ctx.actor, input.caseId),
        })),
    }),
  });
