import { loginRequired } from '@jena/shared/identity';
import { type Actor, type DocumentId, documentId } from '@jena/shared/kernel';
import { badInput } from '@jena/shared/platform';
import { documentNotFound, uploadMetadataSchema } from '@jena/shared/vault';
import { Metadata } from '@tus/server';
import type { Hono } from 'hono';
import { errorResponse } from '../../platform/http/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { VaultDeps } from './vault.documents.ts';
import { forgetPrepared, type MayPrepare, mayContinue } from './vault.prepared.ts';
import { type MayReadInCase, type MayStaffRead, serveDocument } from './vault.serve.ts';
import type { DocumentRow } from './vault.store.ts';
import { createTusServer, uploadsPath } from './vault.tus.ts';
import { beginUpload, cancelUpload, finishUpload, isComplete, type NewUpload } from './vault.uploads.ts';

export type VaultHttpDeps = VaultDeps & {
  log: Log;
  /** Who asks, at the door that the request names. */
  authenticate: (request: Request) => Promise<Actor>;
  mayStaffRead: MayStaffRead;
  mayReadInCase: MayReadInCase;
  mayPrepare: MayPrepare;
};

const tusHeaders = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };

/** Uploads (tus 1.0 at /uploads) and files (/files): bytes do not travel through procedures. */
export function vaultRoutes(app: Hono, deps: VaultHttpDeps): void {
  const tus = createTusServer(deps, deps.log);

  async function uploader(request: Request) {
    const actor = await deps.authenticate(request);
    if (actor.kind !== 'citizen' && actor.kind !== 'staff') throw loginRequired();
    return actor;
  }

  /** Session and ownership, on every single request of an upload. Foreign documents do not exist for the asker. */
  async function ownRow(request: Request, id: string): Promise<DocumentRow> {
    const actor = await uploader(request);
    const row = await deps.documents.byId(deps.store.read, parseId(id));
    if (row === undefined || !(await mayContinue(deps, actor, row))) throw documentNotFound();
    return row;
  }

  /** Whose document it will be: that of the person who sends it, or of whose case a caseworker prepares it for. */
  async function begun(request: Request): Promise<NewUpload> {
    const actor = await uploader(request);
    const { caseId, ...upload } = newUpload(request.headers);
    if (actor.kind === 'citizen') return { ...upload, ownerId: actor.accountId };
    if (caseId === undefined) throw badInput();
    const ownerId = await deps.mayPrepare(deps.store.read, actor, caseId);
    if (ownerId === undefined) throw documentNotFound();
    return { ...upload, ownerId, prepared: { staffId: actor.staffId, caseId } };
  }

  app.on('POST', [uploadsPath, `${uploadsPath}/`], (c) =>
    answering(async () => {
      const request = c.req.raw;
      const upload = await begun(request);
      if ((await beginUpload(deps, upload)) === 'begun') {
        const answer = await tus(request);
        // Refused by tus before a byte was kept: what was written down must not weigh on the quota for a day.
        if (answer.status >= 400 && !(await deps.uploads.size(upload.documentId)))
          await cancelUpload(deps, upload.documentId);
        return answer;
      }
      const location = `${uploadsPath}/${upload.documentId}`;
      return new Response(null, { status: 409, headers: { ...tusHeaders, location } });
    }),
  );

  // Hono answers HEAD with the handler of GET. What was sent cannot be read back; checked documents are at /files.
  app.get(`${uploadsPath}/:id`, (c) =>
    answering(async () => {
      const request = c.req.raw;
      return request.method === 'HEAD' ? head(request, await ownRow(request, c.req.param('id'))) : notHere();
    }),
  );

  app.on(['PATCH', 'DELETE'], `${uploadsPath}/:id`, (c) =>
    answering(async () => {
      const request = c.req.raw;
      const row = await ownRow(request, c.req.param('id'));
      if (request.method === 'DELETE' && row.preparedBy !== null) {
        await forgetPrepared(deps, row.id);
        return new Response(null, { status: 204, headers: tusHeaders });
      }
      if (row.state !== 'uploading') return new Response(null, { status: 409, headers: tusHeaders });
      if (request.method === 'PATCH') {
        if (asksForMore(request.headers) || request.headers.has('upload-length')) throw badInput();
        return tus(request);
      }
      await cancelUpload(deps, row.id);
      return new Response(null, { status: 204, headers: tusHeaders });
    }),
  );

  /** How far an upload got. One that is complete but was never handed over (the process died) is handed over now. */
  async function head(request: Request, row: DocumentRow): Promise<Response> {
    if (row.uploadBytes === null) throw documentNotFound();
    if (row.state === 'uploading' && !(await isComplete(deps, row))) return tus(request);
    if (row.state === 'uploading') await finishUpload(deps, row.id);
    const bytes = String(row.uploadBytes);
    return new Response(null, {
      status: 200,
      headers: { ...tusHeaders, 'upload-offset': bytes, 'upload-length': bytes },
    });
  }

  app.all(`${uploadsPath}/*`, notHere);

  app.get('/files/:id', (c) =>
    answering(async () =>
      serveDocument(deps, {
        actor: await deps.authenticate(c.req.raw),
        documentId: parseId(c.req.param('id')),
        kind: 'vault',
        asDownload: c.req.query('download') !== undefined,
        withBody: c.req.method !== 'HEAD',
      }),
    ),
  );

  app.get('/files/:id/preview', (c) =>
    answering(async () =>
      serveDocument(deps, {
        actor: await deps.authenticate(c.req.raw),
        documentId: parseId(c.req.param('id')),
        kind: 'preview',
        asDownload: false,
        withBody: c.req.method !== 'HEAD',
      }),
    ),
  );

  async function answering(work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      const answer = errorResponse(error);
      if (answer.status === 500) deps.log.error({ err: error }, 'vault request failed');
      return answer;
    }
  }
}

function notHere(): Response {
  return new Response(null, { status: 405, headers: { allow: 'HEAD, PATCH, DELETE' } });
}

function parseId(id: string): DocumentId {
  const parsed = documentId.safeParse(id);
  if (!parsed.success) throw documentNotFound();
  return parsed.data;
}

/** Extensions of tus that we do not have. */
const notOurs = ['upload-concat', 'upload-defer-length'];
const asksForMore = (headers: Headers) => notOurs.some((name) => headers.has(name));

/** @throws platform.bad_input when the length is missing, deferred or odd, or the metadata do not fit */
function newUpload(headers: Headers) {
  const length = headers.get('upload-length') ?? '';
  const metadata = uploadMetadataSchema.safeParse(parseMetadata(headers.get('upload-metadata') ?? ''));
  const isOurs = headers.get('tus-resumable') === '1.0.0' && !asksForMore(headers);
  if (!/^(?:0|[1-9]\d{0,14})$/.test(length) || !metadata.success || !isOurs) throw badInput();
  return { ...metadata.data, bytes: Number(length) };
}

function parseMetadata(header: string): unknown {
  try {
    return Metadata.parse(header);
  } catch {
    return undefined;
  }
}
