import { z } from 'zod';
import { documentId, folderId, idempotencyKey, instantSchema } from '../kernel/index.ts';
import { folderName } from './folder-names.ts';
import { maxFolderName } from './limits.ts';

const folderNameSchema = z
  .string()
  .min(1)
  .max(maxFolderName)
  .refine((name) => name === folderName(name), 'a name as folderName() gives it');

/** A folder that a person made for themselves. Its name is theirs alone to read. */
export const vaultFolderSchema = z.object({
  id: folderId,
  name: z.string(),
  createdAt: instantSchema,
});
export type VaultFolder = z.infer<typeof vaultFolderSchema>;

export const folderInput = z.object({ folderId, idempotencyKey });
export const addFolderInput = z.object({ name: folderNameSchema, idempotencyKey });
export const renameFolderInput = folderInput.extend({ name: folderNameSchema });
/** `folderId: null` puts the document back where its kind belongs. */
export const fileDocumentInput = z.object({ documentId, folderId: folderId.nullable(), idempotencyKey });
