import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AccountId, type DocumentId, newId } from '@jena/shared/kernel';
import type { Store } from '../../platform/db/store.ts';
import { openDiskFiles } from '../../platform/files/disk.ts';
import { createJobRunner } from '../../platform/job-runner.ts';
import { createLog } from '../../platform/log.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { openTestKeys } from '../../platform/testing/keys.ts';
import { createVaultDomain, vaultJobs } from './index.ts';
import { beginUpload, finishUpload } from './vault.uploads.ts';

/** A vault of its own in a fresh folder, for tests; `close` deletes the folder. */
export async function openTestVault(store: Store) {
  const folder = mkdtempSync(join(tmpdir(), 'jena-vault-'));
  const clock = testClock();
  const domain = await createVaultDomain({
    store,
    keys: await openTestKeys(store),
    files: openDiskFiles(join(folder, 'files')),
    clock,
    uploadsDir: join(folder, 'uploads'),
  });
  // tus makes its folder without telling when: ask something of the disk after it, before the folder may go.
  await domain.vault.uploads.size(newId<'document'>());
  const log = createLog('silent');
  const jobs = createJobRunner({ store, handlers: vaultJobs(domain.vault), clock, log });
  return {
    ...domain,
    folder,
    clock,
    log,
    jobs,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type TestVault = Awaited<ReturnType<typeof openTestVault>>;

/** Puts a whole file into the upload folder as tus would, and hands it to the check. */
export async function upload(
  { vault }: TestVault,
  file: { content: Buffer; name?: string; type: string; ownerId?: AccountId },
): Promise<DocumentId> {
  const documentId = newId<'document'>();
  const ownerId = file.ownerId ?? newId<'account'>();
  const bytes = file.content.length;
  await beginUpload(vault, {
    ownerId,
    documentId,
    filename: file.name ?? 'Nachweis.jpg',
    filetype: file.type,
    bytes,
  });
  await vault.uploads.tus.create({ id: documentId, size: bytes, offset: 0 } as never);
  await vault.uploads.tus.write(Readable.from([file.content]), documentId, 0);
  await finishUpload(vault, documentId);
  return documentId;
}

/** A small PDF with objects to choose; offsets are not right, which readers mend. */
export function pdfOf(...objects: string[]): Buffer {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const table = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.from(`%PDF-1.7\n${body}${table}`, 'latin1');
}

export const harmlessPdf = pdfOf(
  '<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /XYZ null null 0] >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
);
