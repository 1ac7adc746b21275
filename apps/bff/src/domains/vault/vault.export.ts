import type { AccountId } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { openDocuments, readFile, type VaultDeps } from './vault.documents.ts';

/** A person's documents: the list, and each file as it is, decrypted while it flows. */
export const vaultPart = (deps: VaultDeps): PersonalPart => ({
  tables: ['vaultDocuments'],
  holds: {
    'unterlagen.json': 'die Liste Ihrer Unterlagen und der Dokumente der Stadt',
    'unterlagen/': 'diese Unterlagen und Dokumente als Dateien',
  },
  async *files(db: Reader, accountId: AccountId) {
    const rows = await deps.documents.allOfOwner(db, accountId);
    const documents = await openDocuments(deps, db, accountId, rows);
    const fileOf = (index: number, name: string) =>
      `unterlagen/${String(index + 1).padStart(3, '0')} ${name.replace(/[/\\]/g, '_')}`;
    yield jsonFile(
      'unterlagen.json',
      documents.map((document, index) => ({
        ...document,
        file: document.state === 'available' ? fileOf(index, document.name) : null,
      })),
    );
    for (const [index, row] of rows.entries()) {
      const name = documents[index]?.name;
      if (row.state !== 'available' || name === undefined) continue;
      const content = await readFile(deps, row, 'vault');
      yield { name: fileOf(index, name), at: new Date(row.createdAt), content };
    }
  },
});
