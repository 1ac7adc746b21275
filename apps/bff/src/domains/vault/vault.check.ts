import { type DocumentId, DomainError } from '@jena/shared/kernel';
import { refusals } from '@jena/shared/vault';
import { PdfToolAway } from '../../adapters/pdf/port.ts';
import { ScannerAway } from '../../adapters/scanner/port.ts';
import { deleteFiles, openDocuments, sealName, type VaultDeps, writeFile } from './vault.documents.ts';
import { type CleanFile, examine } from './vault.examine.ts';
import { UploadLost } from './vault.folder.ts';
import { hold } from './vault.hold.ts';
import { safeFileName } from './vault.policy.ts';
import type { DocumentRow } from './vault.store.ts';

type Refusal = (typeof refusals)[number];
const isRefusal = (code: string): code is Refusal => (refusals as readonly string[]).includes(code);

/**
 * Checks an upload in quarantine: type by content, malware, cleaning, encryption, then available or refused; the
 * original is deleted last. When the scanner or the PDF tool is away it stays in quarantine and is looked at again.
 * May die and be run again at any point: files are replaced whole, the state moves once, deleting twice is fine.
 */
export async function checkDocument(deps: VaultDeps, id: DocumentId): Promise<void> {
  const { store, documents, uploads, scratch } = deps;
  const row = await documents.byId(store.read, id);
  if (row?.state === 'uploading') return;
  if (row?.state === 'checking' && row.uploadBytes !== null) {
    const isDecided = await scratch.use((folder) => decide(deps, row, folder));
    if (!isDecided) return;
  }
  // Removed by its owner while it was checked: nothing of it stays.
  if ((await documents.byId(store.read, id)) === undefined) await deleteFiles(deps, id);
  else await uploads.discard(id);
}

/** False when it cannot be decided now. */
async function decide(deps: VaultDeps, row: DocumentRow, folder: string): Promise<boolean> {
  try {
    await keep(deps, row, await examine(deps, row, folder));
    return true;
  } catch (error) {
    if (error instanceof ScannerAway || error instanceof PdfToolAway) {
      await hold(deps, row, error.reason);
      return false;
    }
    await refuse(deps, row, error);
    return true;
  }
}

async function refuse({ store, documents }: VaultDeps, row: DocumentRow, error: unknown): Promise<void> {
  const code = error instanceof UploadLost ? 'vault.damaged' : error instanceof DomainError ? error.code : '';
  if (!isRefusal(code)) throw error;
  const change = { state: 'refused', refusal: code, heldSince: null, heldBy: null } as const;
  await store.transaction(async (tx) => void (await documents.changeFrom(tx, row.id, 'checking', change)), {
    changesPublicData: false,
  });
}

async function keep(
  deps: VaultDeps,
  row: DocumentRow,
  { mediaType, content, preview, pages }: CleanFile,
): Promise<void> {
  const { store, documents } = deps;
  const bytes = await writeFile(deps, row, 'vault', content);
  if (preview !== null) await writeFile(deps, row, 'preview', [preview]);
  await store.transaction(
    async (tx) => {
      const [document] = await openDocuments(deps, tx, row.ownerId, [row]);
      await documents.changeFrom(tx, row.id, 'checking', {
        state: 'available',
        name: await sealName(deps, tx, row, safeFileName(document?.name ?? '', mediaType)),
        mediaType,
        bytes,
        hasPreview: preview !== null,
        pages,
        heldSince: null,
        heldBy: null,
      });
    },
    { changesPublicData: false },
  );
}
