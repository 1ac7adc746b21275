import { idempotencyKey } from '@jena/shared/kernel';
import {
  describeInput,
  documentInput,
  documentLookSchema,
  quarantineSchema,
  vaultDocumentSchema,
} from '@jena/shared/vault';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router, staffQuery } from '../../platform/trpc.ts';
import { describeDocument, type IsUsed, removeDocument, restoreDocument } from './vault.changes.ts';
import { openDocuments, ownDocument, type VaultDeps } from './vault.documents.ts';
import { quarantine } from './vault.hold.ts';
import { looksAt } from './vault.looks.ts';
import { createFolderRouter } from './vault.own-folders.router.ts';

/** The citizen's door to their documents; the files themselves go over HTTP. */
export const createVaultRouter = (deps: VaultDeps & { isUsed: IsUsed }) =>
  router({
    folders: createFolderRouter(deps),

    document: citizenQuery({ audit: 'none' })
      .input(documentInput)
      .output(vaultDocumentSchema)
      .query(({ ctx, input }) => ownDocument(deps, ctx.store.read, ctx.actor.accountId, input.documentId)),

    mine: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(z.array(vaultDocumentSchema))
      .query(async ({ ctx }) => {
        const { accountId } = ctx.actor;
        const rows = await deps.documents.ofOwner(ctx.store.read, accountId);
        return openDocuments(deps, ctx.store.read, accountId, rows);
      }),

    /** For operators: whether uploads can be checked, and what waits because they could not. */
    quarantine: staffQuery('operator', { audit: 'none' })
      .input(z.object({}))
      .output(quarantineSchema)
      .query(({ ctx }) => quarantine(deps, ctx.store.read)),

    /** Which offices opened a document, newest first. */
    looks: citizenQuery({ audit: 'none' })
      .input(documentInput)
      .output(z.array(documentLookSchema))
      .query(async ({ ctx, input }) => {
        const { id } = await ownDocument(deps, ctx.store.read, ctx.actor.accountId, input.documentId);
        return looksAt(deps, ctx.store.read, id);
      }),

    describe: citizenMutation({ audit: 'vault.described' })
      .input(describeInput)
      .output(z.object({}))
      .mutation(async ({ ctx, input: { documentId, name, details } }) => {
        const { accountId: ownerId } = ctx.actor;
        ctx.audit.concerns(ownerId);
        await describeDocument(deps, ctx.tx, ctx.actor, { ownerId, documentId, name, details });
        return {};
      }),

    /** Takes back what `remove` threw away. */
    restore: citizenMutation({ audit: 'vault.restored' })
      .input(documentInput.extend({ idempotencyKey }))
      .output(z.object({}))
      .mutation(async ({ ctx, input: { documentId } }) => {
        const { accountId: ownerId } = ctx.actor;
        ctx.audit.concerns(ownerId);
        await restoreDocument(deps, ctx.tx, ctx.actor, { ownerId, documentId });
        return {};
      }),

    remove: citizenMutation({ audit: 'vault.removed' })
      .input(documentInput.extend({ idempotencyKey }))
      .output(z.object({}))
      .mutation(async ({ ctx, input }) => {
        const { accountId: ownerId } = ctx.actor;
        ctx.audit.concerns(ownerId);
        await removeDocument(deps, ctx.tx, ctx.actor, { ownerId, documentId: input.documentId });
        return {};
      }),
  });
