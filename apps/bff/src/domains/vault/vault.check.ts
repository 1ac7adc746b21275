import { readFile } from 'node:fs/promises';
import { type DocumentId, DomainError } from '@jena/shared/kernel';
import { acceptedMediaTypes, documentDamaged, notAPictureOrPdf, refusals } from '@jena/shared/vault';
import { fileTypeFromFile } from 'file-type';
import { deleteFiles, openDocuments, sealName, type VaultDeps, writeFile } from './vault.documents.ts';
import { refusalOfPdf } from './vault.pdf.ts';
import { cleanPicture } from './vault.pictures.ts';
import { safeFileName } from './vault.policy.ts';
import type { DocumentRow } from './vault.store.ts';

type MediaType = (typeof acceptedMediaTypes)[number];
type Refusal = (typeof refusals)[number];
type CleanFile = { mediaType: MediaType; content: Buffer; preview: Buffer | null };

const isAccepted = (type: string | undefined): type is MediaType =>
  (acceptedMediaTypes as readonly (string | undefined)[]).includes(type);
const isRefusal = (code: string): code is Refusal => (refusals as readonly string[]).includes(code);
const family = (mediaType: string) => mediaType.split('/')[0];

/**
 * What may be kept of an upload. The content decides what it is; the declared type must be of the same family
 * (a PNG that calls itself JPEG is a phone's habit, a PDF that calls itself a picture is not).
 * @throws the refusal
 */
async function clean(path: string, declared: string): Promise<CleanFile> {
  const found = await fileTypeFromFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw documentDamaged();
    return undefined;
  });
  const mediaType = found?.mime;
  if (!isAccepted(mediaType) || family(mediaType) !== family(declared)) throw notAPictureOrPdf();
  if (mediaType !== 'application/pdf') return { mediaType, ...(await cleanPicture(path, mediaType)) };
  const content = await readFile(path);
  const refusal = await refusalOfPdf(content);
  if (refusal !== null) throw refusal;
  return { mediaType, content, preview: null };
}

async function refuse({ store, documents }: VaultDeps, row: DocumentRow, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !isRefusal(error.code)) throw error;
  const refusal = error.code;
  await store.transaction(
    async (tx) => void (await documents.changeFrom(tx, row.id, 'checking', { state: 'refused', refusal })),
    { changesPublicData: false },
  );
}

async function keep(
  deps: VaultDeps,
  row: DocumentRow,
  { mediaType, content, preview }: CleanFile,
): Promise<void> {
  const { store, documents } = deps;
  await writeFile(deps, row, 'vault', content);
  if (preview !== null) await writeFile(deps, row, 'preview', preview);
  await store.transaction(
    async (tx) => {
      const [document] = await openDocuments(deps, tx, row.ownerId, [row]);
      await documents.changeFrom(tx, row.id, 'checking', {
        state: 'available',
        name: await sealName(deps, tx, row, safeFileName(document?.name ?? '', mediaType)),
        mediaType,
        bytes: content.byteLength,
        hasPreview: preview !== null,
      });
    },
    { changesPublicData: false },
  );
}

/**
 * Checks an upload: type by content, cleaning, encryption, then available or refused; the original is deleted last.
 * May die and be run again at any point: files are replaced whole, the state moves once, deleting twice is fine.
 */
export async function checkDocument(deps: VaultDeps, id: DocumentId): Promise<void> {
  const { store, documents, uploads } = deps;
  const row = await documents.byId(store.read, id);
  if (row?.state === 'uploading') return;
  if (row?.state === 'checking') {
    const outcome = await clean(uploads.pathOf(id), row.mediaType).catch((error: unknown) =>
      refuse(deps, row, error),
    );
    if (outcome !== undefined) await keep(deps, row, outcome);
  }
  // Removed by its owner while it was checked: nothing of it stays.
  if ((await documents.byId(store.read, id)) === undefined) await deleteFiles(deps, id);
  else await uploads.discard(id);
}
