import {
  addedSchema,
  confirmEmailInput,
  confirmedSchema,
  removeAccessInput,
  removeContactInput,
  sendCodeInput,
  setAccessInput,
  setEmailInput,
  setPhoneInput,
  takeBackInput,
  takenBackSchema,
} from '@jena/shared/account';
import { levelOfAct } from '@jena/shared/identity';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router } from '../../platform/trpc.ts';
import { type AddedDeps, addedOf, removeAdded, setAccess, setPhone, takeBack } from './account.added.ts';
import { confirmEmail, sendCode, setEmail } from './account.email.ts';

const level = levelOfAct.changeContact;
const done = z.object({});

/** What a person adds to what their card said. Where they are reached is theirs alone to change: that needs the card. */
export const createAddedRouter = (deps: AddedDeps) =>
  router({
    added: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(addedSchema)
      .query(({ ctx }) => addedOf(deps, ctx.store.read, ctx.actor.accountId)),

    setEmail: citizenMutation({ audit: 'account.email_given', level })
      .input(setEmailInput)
      .output(done)
      .mutation(async ({ ctx, input: { address } }) => {
        const { accountId } = ctx.actor;
        ctx.audit.concerns(accountId);
        await setEmail(deps, ctx.tx, { accountId, address });
        return {};
      }),

    sendEmailCode: citizenMutation({ audit: 'none' })
      .input(sendCodeInput)
      .output(done)
      .mutation(async ({ ctx }) => {
        await sendCode(deps, ctx.tx, ctx.actor.accountId);
        return {};
      }),

    confirmEmail: citizenMutation({ audit: 'none' })
      .input(confirmEmailInput)
      .output(confirmedSchema)
      .mutation(async ({ ctx: { tx, actor }, input: { code } }) => ({
        result: await confirmEmail(deps, tx, { actor, code }),
      })),

    setPhone: citizenMutation({ audit: 'account.phone_given', level })
      .input(setPhoneInput)
      .output(done)
      .mutation(async ({ ctx, input: { number } }) => {
        const { accountId } = ctx.actor;
        ctx.audit.concerns(accountId);
        await setPhone(deps, ctx.tx, { accountId, number });
        return {};
      }),

    removeContact: citizenMutation({ audit: 'none', level })
      .input(removeContactInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input: { kind } }) => {
        await removeAdded(deps, tx, { actor, kind });
        return {};
      }),

    setAccess: citizenMutation({ audit: 'none' })
      .input(setAccessInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input: { needs } }) => {
        await setAccess(deps, tx, { actor, needs });
        return {};
      }),

    // As easy to withdraw as to give (GDPR Art. 7 (3)).
    removeAccess: citizenMutation({ audit: 'none' })
      .input(removeAccessInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor } }) => {
        await removeAdded(deps, tx, { actor, kind: 'access' });
        return {};
      }),

    takeBack: citizenMutation({ audit: 'none' })
      .input(takeBackInput)
      .output(takenBackSchema)
      .mutation(async ({ ctx: { tx, actor }, input: { kind } }) => ({
        back: await takeBack(deps, tx, { actor, kind }),
      })),
  });
