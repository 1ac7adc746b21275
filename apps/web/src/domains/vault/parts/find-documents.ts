import { type DocumentFolder, documentFolders, folderOf, type VaultDocument } from '@jena/shared/vault';
import type { copy } from '../types.copy.de.ts';

/** As people type: without accents and capitals. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();

/** The documents in which every word occurs: in the name, the kind, the folder or the issuer. */
export function findDocuments(
  documents: readonly VaultDocument[],
  words: string,
  names: typeof copy,
): readonly VaultDocument[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return documents.filter(({ name, details: { type, issuer } }) => {
    const text = plain([name, names.type[type], names.folder[folderOf(type)], issuer].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** By folder, in the order in which folders stand; empty ones are left out. */
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
