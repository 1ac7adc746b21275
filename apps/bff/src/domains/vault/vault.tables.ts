import type { AccountId, CaseId, DocumentId, FolderId, StaffId } from '@jena/shared/kernel';
import { documentStates, holdReasons, refusals } from '@jena/shared/vault';
import type { Kit } from '../../platform/db/kit.ts';

/** Documents of people. The file itself lies encrypted in the file store; its name is sealed here. */
export const vaultTables = (k: Kit) => {
  const vaultDocuments = k.table(
    'vault_document',
    {
      id: k.id<DocumentId>('id'),
      ownerId: k.text<AccountId>('owner_id').notNull(),
      /** Sealed: what the person called the file. */
      name: k.bytes('name').notNull(),
      /** Sealed: type, issuer and validity as the person said them; null until they did. */
      details: k.bytes('details'),
      /** The file's key, wrapped with its owner's key. */
      fileKey: k.bytes('file_key').notNull(),
      /** As the client declared it until the check, then as the content says. */
      mediaType: k.text('media_type').notNull(),
      /** Size of what can be read: declared until the check, then of the cleaned file. */
      bytes: k.int('bytes').notNull(),
      /** Size of the upload as declared at its beginning; null for what the product wrote itself. */
      uploadBytes: k.int('upload_bytes'),
      state: k.choice('state', documentStates).notNull(),
      refusal: k.choice('refusal', refusals),
      /** In quarantine because it could not be checked: since when, and what was away. */
      heldSince: k.instant('held_since'),
      heldBy: k.choice('held_by', holdReasons),
      issuedByCity: k.bool('issued_by_city').notNull(),
      hasPreview: k.bool('has_preview').notNull(),
      /** Of what was checked; null before. */
      pages: k.int('pages'),
      /** A folder of the person's own, as long as there is one of this id. */
      folderId: k.text<FolderId>('folder_id'),
      /** A caseworker prepares it for a message in this case; null for all that its owner may know of. */
      preparedBy: k.text<StaffId>('prepared_by'),
      preparedFor: k.text<CaseId>('prepared_for'),
      createdAt: k.instant('created_at').notNull(),
      /** Thrown away, and gone for good a little later; until then it can be taken back. */
      removedAt: k.instant('removed_at'),
    },
    (t) => [
      k.index('vault_document_owner').on(t.ownerId, t.createdAt, t.id),
      k.index('vault_document_held').on(t.heldSince, t.id),
      k.index('vault_document_folder').on(t.folderId),
      k.index('vault_document_prepared').on(t.preparedBy),
    ],
  );

  /** Folders that people made for themselves. */
  const vaultFolders = k.table(
    'vault_folder',
    {
      id: k.id<FolderId>('id'),
      ownerId: k.text<AccountId>('owner_id').notNull(),
      /** Sealed: what the person calls it. */
      name: k.bytes('name').notNull(),
      createdAt: k.instant('created_at').notNull(),
      /** Thrown away, and gone for good a little later; until then it can be taken back with what lies in it. */
      removedAt: k.instant('removed_at'),
    },
    (t) => [k.index('vault_folder_owner').on(t.ownerId, t.createdAt, t.id)],
  );

  return { vaultDocuments, vaultFolders };
};

export type VaultTables = ReturnType<typeof vaultTables>;
