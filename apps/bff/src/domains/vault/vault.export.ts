import type { AccountId, FolderId } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { openDocuments, readFile, type VaultDeps } from './vault.documents.ts';
import { foldersOf } from './vault.own-folders.ts';

/** A person's documents: the list, and each file as it is, decrypted while it flows. */
export const vaultPart = (deps: VaultDeps): PersonalPart => ({
  tables: ['vaultDocuments', 'vaultFolders'],
  holds: {
    'unterlagen.json': 'die Liste Ihrer Unterlagen und der Dokumente der Stadt',
    'ordner.json': 'die Ordner, die Sie im Tresor angelegt haben',
    'unterlagen/': 'diese Unterlagen und Dokumente als Dateien',
  },
  async *files(db: Reader, accountId: AccountId) {
    const rows = await deps.documents.allOfOwner(db, accountId);
    const documents = await openDocuments(deps, db, accountId, rows);
    const folders = await foldersOf(deps, db, accountId);
    const folderOf = (id: FolderId | null) => folders.find((folder) => folder.id === id)?.name ?? null;
    const fileOf = (index: number, name: string) =>
      `unterlagen/${String(index + 1).padStart(3, '0')} ${name.replace(/[/\\]/g, '_')}`;
    yield jsonFile(
      'unterlagen.json',
      documents.map(({ folderId, ...document }, index) => ({
        ...document,
        folder: folderOf(folderId),
        file: document.state === 'available' ? fileOf(index, document.name) : null,
      })),
    );
    yield jsonFile('ordner.json', folders);
    for (const [index, row] of rows.entries()) {
      const name = documents[index]?.name;
      if (row.state !== 'available' || name === undefined) continue;
      const content = await readFile(deps, row, 'vault');
      yield { name: fileOf(index, name), at: new Date(row.createdAt), content };
    }
  },
});
