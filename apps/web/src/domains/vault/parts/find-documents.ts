import {
  type DocumentFolder,
  documentFolders,
  folderOf,
  type VaultDocument,
  type VaultFolder,
} from '@jena/shared/vault';
import type { copy } from '../types.copy.de.ts';

/** As people type: without accents and capitals. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();

/** The own folder in which a document lies; none when it lies where its kind belongs. */
export const ownFolderOf = (
  document: VaultDocument,
  folders: readonly VaultFolder[],
): VaultFolder | undefined => folders.find(({ id }) => id === document.folderId);

/** The documents in which every word occurs: in the name, the kind, the folders or the issuer. */
export function findDocuments(
  documents: readonly VaultDocument[],
  words: string,
  names: typeof copy,
  folders: readonly VaultFolder[] = [],
): readonly VaultDocument[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return documents.filter((document) => {
    const { type, issuer } = document.details;
    const own = ownFolderOf(document, folders)?.name;
    const text = plain(
      [document.name, names.type[type], names.folder[folderOf(type)], issuer, own].join(' '),
    );
    return wanted.every((word) => text.includes(word));
  });
}

/** What lies in each of a person's own folders, also in empty ones; and the rest, which lies where its kind belongs. */
export function byOwnFolder(
  documents: readonly VaultDocument[],
  folders: readonly VaultFolder[],
): {
  own: { folder: VaultFolder; documents: readonly VaultDocument[] }[];
  rest: readonly VaultDocument[];
} {
  return {
    own: folders.map((folder) => ({
      folder,
      documents: documents.filter(({ folderId }) => folderId === folder.id),
    })),
    rest: documents.filter((document) => ownFolderOf(document, folders) === undefined),
  };
}

/** By kind, in the order in which folders stand; empty ones are left out. */
export function byFolder(
  documents: readonly VaultDocument[],
): { folder: DocumentFolder; documents: readonly VaultDocument[] }[] {
  return documentFolders
    .map((folder) => ({
      folder,
      documents: documents.filter(({ details }) => folderOf(details.type) === folder),
    }))
    .filter((group) => group.documents.length > 0);
}
