import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AccountId, type Actor, anonymous, type DocumentId, newId } from '@jena/shared/kernel';
import { Hono } from 'hono';
import { createHeif } from '../../adapters/heif/adapter.ts';
import { createPdf } from '../../adapters/pdf/adapter.ts';
import type { ScannerPort } from '../../adapters/scanner/port.ts';
import { trustingScanner } from '../../adapters/scanner/trusting.testkit.ts';
import type { Store } from '../../platform/db/store.ts';
import { openDiskFiles } from '../../platform/files/disk.ts';
import { createJobRunner } from '../../platform/job-runner.ts';
import { createLog } from '../../platform/log.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { openTestKeys } from '../../platform/testing/keys.ts';
import { openTestSqlite } from '../../platform/testing/stores.ts';
import { createVaultDomain, type MayPrepare, type MayStaffRead, vaultJobs, vaultRoutes } from './index.ts';
import type { NotifyOwner } from './vault.documents.ts';
import { beginUpload, finishUpload } from './vault.uploads.ts';

/** A vault of its own in a fresh folder, for tests; `close` deletes the folder. */
export async function openTestVault(store: Store, scanner: ScannerPort = trustingScanner()) {
  const folder = mkdtempSync(join(tmpdir(), 'jena-vault-'));
  const clock = testClock();
  const log = createLog('silent');
  const told: Parameters<NotifyOwner>[1][] = [];
  const domain = await createVaultDomain({
    store,
    keys: await openTestKeys(store),
    files: openDiskFiles(join(folder, 'files')),
    clock,
    log,
    scanner,
    pdf: createPdf(),
    heif: createHeif(),
    uploadsDir: join(folder, 'uploads'),
    scratchDir: join(folder, 'scratch'),
    notify: async (_tx, notice) => void told.push(notice),
  });
  const jobs = createJobRunner({ store, handlers: vaultJobs(domain.vault), clock, log });
  return {
    ...domain,
    folder,
    clock,
    log,
    jobs,
    /** What owners were told. */
    told,
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
  await vault.uploads.create(documentId);
  await vault.uploads.write(documentId, 0, Readable.from([file.content]));
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

/** Who asks in tests of the HTTP door. */
export const erika = citizenActor();
export const henrik = citizenActor();
export const caseworker = staffActor('caseworker');
const actors = {
  erika,
  henrik,
  caseworker,
  colleague: staffActor('caseworker'),
  nobody: anonymous,
} satisfies Record<string, Actor>;
export type Asker = { as?: keyof typeof actors; headers?: Record<string, string>; body?: Uint8Array };

const base64 = (text: string) => Buffer.from(text).toString('base64');
export const metadata = (id: string, name = 'Küche.jpg', type = 'image/jpeg', forCase?: string) =>
  `documentId ${base64(id)},filename ${base64(name)},filetype ${base64(type)}${forCase ? `,caseId ${base64(forCase)}` : ''}`;
export const newDocument = () => newId<'document'>() as DocumentId;

/** The vault's HTTP door over a store of its own. Staff may read and prepare what `rules` say, at first nothing. */
export async function openVaultDoor() {
  const store = await openTestSqlite();
  const test = await openTestVault(store);
  const app = new Hono();
  const rules: { mayStaffRead: MayStaffRead; mayPrepare: MayPrepare } = {
    mayStaffRead: async () => ({ allowed: false }),
    mayPrepare: async () => undefined,
  };
  vaultRoutes(app, {
    ...test.vault,
    log: test.log,
    authenticate: async (request) =>
      actors[(request.headers.get('x-test-actor') ?? 'nobody') as keyof typeof actors],
    mayReadInCase: async () => false,
    mayStaffRead: (db, staff, id) => rules.mayStaffRead(db, staff, id),
    mayPrepare: (db, staff, id) => rules.mayPrepare(db, staff, id),
  });

  async function send(method: string, path: string, { as = 'erika', headers = {}, body }: Asker = {}) {
    return app.request(path, {
      method,
      headers: { 'x-test-actor': as, 'tus-resumable': '1.0.0', ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  }
  type About = { name?: string; type?: string; forCase?: string };
  function create(id: string, length: number, options: Asker & About = {}) {
    const { name, type, forCase, headers } = options;
    const about = { 'upload-length': String(length), 'upload-metadata': metadata(id, name, type, forCase) };
    return send('POST', '/uploads', { ...options, headers: { ...about, ...headers } });
  }
  function patch(id: string, offset: number, body: Uint8Array, options: Asker = {}) {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    return send('PATCH', `/uploads/${id}`, { ...options, headers, body });
  }

  return {
    ...test,
    store,
    app,
    rules,
    send,
    create,
    patch,
    rowOf: (id: DocumentId) => test.vault.documents.byId(store.read, id),
    /** Uploads a whole file and has it checked. */
    async stored(content: Buffer, type: string, name: string): Promise<DocumentId> {
      const id = newDocument();
      await create(id, content.length, { type, name });
      await patch(id, 0, content);
      await test.jobs.drain();
      return id;
    },
    async close() {
      await store.close();
      test.close();
    },
  };
}

export type VaultDoor = Awaited<ReturnType<typeof openVaultDoor>>;

/** The stable code in a refusal's body. */
export const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { appCode: string } }).error.appCode;
