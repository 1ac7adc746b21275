import {
  accessLogInput,
  accessPageSchema,
  claimsSchema,
  dataExportSchema,
  phoneKeySchema,
  profileSchema,
  requestExportInput,
  setLanguageInput,
} from '@jena/shared/account';
import { firmLevelOfAct, levelOfAct } from '@jena/shared/identity';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router } from '../../platform/trpc.ts';
import { accessLogOf } from './account.access.ts';
import { claimsOf } from './account.claims.ts';
import { type ExportDeps, latestExport, requestExport } from './account.export.ts';
import { phoneKeyOf } from './account.phone-key.ts';
import { type AccountDeps, profileOf } from './account.profile.ts';

/** The citizen's door to their account. */
export const createAccountRouter = (deps: AccountDeps & ExportDeps) =>
  router({
    profile: citizenQuery({ audit: 'none' })
      .input(z.object({}).optional())
      .output(profileSchema)
      .query(({ ctx }) => profileOf(deps, ctx.store.read, ctx.actor.accountId)),

    claims: citizenQuery({ audit: 'none' })
      .input(z.object({}).optional())
      .output(claimsSchema)
      .query(({ ctx }) => claimsOf(deps, ctx.store.read, ctx.actor.accountId)),

    phoneKey: citizenQuery({ audit: 'none' })
      .input(z.object({}).optional())
      .output(phoneKeySchema)
      .query(async ({ ctx }) => ({ key: await phoneKeyOf(deps.keys, ctx.store.read, ctx.actor.accountId) })),

    setLanguage: citizenMutation({ audit: 'none' })
      .input(setLanguageInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input }) => {
        await deps.accounts.setLanguage(ctx.tx, ctx.actor.accountId, input.language);
        return {};
      }),

    dataExport: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(dataExportSchema.nullable())
      .query(({ ctx }) => latestExport(deps, ctx.store.read, ctx.actor.accountId)),

    requestExport: citizenMutation({
      audit: 'account.export_requested',
      level: levelOfAct.exportAccount,
      firmLevel: firmLevelOfAct.exportAccount,
    })
      .input(requestExportInput)
      .output(z.object({}))
      .mutation(async ({ ctx }) => {
        ctx.audit.concerns(ctx.actor.accountId);
        await requestExport(deps, ctx.tx, ctx.actor.accountId);
        return {};
      }),

    accessLog: citizenQuery({ audit: 'none' })
      .input(accessLogInput)
      .output(accessPageSchema)
      .query(({ ctx, input }) =>
        accessLogOf(ctx.store.read, ctx.store.tables, { accountId: ctx.actor.accountId, after: input.after }),
      ),
  });
