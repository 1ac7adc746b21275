import { folderId } from '@jena/shared/kernel';
import {
  addFolderInput,
  fileDocumentInput,
  folderInput,
  renameFolderInput,
  vaultFolderSchema,
} from '@jena/shared/vault';
import { z } from 'zod';
import { citizenMutation, citizenQuery, router } from '../../platform/trpc.ts';
import type { VaultDeps } from './vault.documents.ts';
import {
  addFolder,
  fileDocument,
  foldersOf,
  removeFolder,
  renameFolder,
  restoreFolder,
} from './vault.own-folders.ts';

const done = z.object({});

/** The citizen's door to folders of their own, beside those that follow from a document's kind. */
export const createFolderRouter = (deps: VaultDeps) =>
  router({
    mine: citizenQuery({ audit: 'none' })
      .input(z.object({}))
      .output(z.array(vaultFolderSchema))
      .query(({ ctx }) => foldersOf(deps, ctx.store.read, ctx.actor.accountId)),

    add: citizenMutation({ audit: 'none' })
      .input(addFolderInput)
      .output(z.object({ folderId }))
      .mutation(async ({ ctx: { tx, actor }, input: { name } }) => ({
        folderId: await addFolder(deps, tx, actor, { ownerId: actor.accountId, name }),
      })),

    rename: citizenMutation({ audit: 'none' })
      .input(renameFolderInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input: { folderId: id, name } }) => {
        await renameFolder(deps, tx, actor, { ownerId: actor.accountId, folderId: id, name });
        return {};
      }),

    remove: citizenMutation({ audit: 'none' })
      .input(folderInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        await removeFolder(deps, tx, actor, { ownerId: actor.accountId, folderId: input.folderId });
        return {};
      }),

    /** Takes back what `remove` threw away. */
    restore: citizenMutation({ audit: 'none' })
      .input(folderInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        await restoreFolder(deps, tx, actor, { ownerId: actor.accountId, folderId: input.folderId });
        return {};
      }),

    file: citizenMutation({ audit: 'none' })
      .input(fileDocumentInput)
      .output(done)
      .mutation(async ({ ctx: { tx, actor }, input }) => {
        const { documentId, folderId: id } = input;
        await fileDocument(deps, tx, actor, { ownerId: actor.accountId, documentId, folderId: id });
        return {};
      }),
  });
