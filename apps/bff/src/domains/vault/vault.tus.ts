import type { Readable } from 'node:stream';
import { type DocumentId, DomainError } from '@jena/shared/kernel';
import { documentNotFound, maxUploadBytes } from '@jena/shared/vault';
import { DataStore, Server, type ServerOptions, Upload } from '@tus/server';
import { errorResponse } from '../../platform/http/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { VaultDeps } from './vault.documents.ts';
import { finishUpload } from './vault.uploads.ts';

export const uploadsPath = '/uploads';

type TusRequest = Parameters<Server['handleWeb']>[0];
type TusError = Parameters<NonNullable<ServerOptions['onResponseError']>>[1];

/** tus's storage over the upload folder. What was declared stands in the database, what arrived is the file's size. */
class FolderStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload'];
  readonly #deps: VaultDeps;

  constructor(deps: VaultDeps) {
    super();
    this.#deps = deps;
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#deps.uploads.create(upload.id as DocumentId);
    return upload;
  }

  override write(source: Readable, id: string, offset: number): Promise<number> {
    return this.#deps.uploads.write(id as DocumentId, offset, source);
  }

  override async getUpload(id: string): Promise<Upload> {
    const { documents, store, uploads } = this.#deps;
    const row = await documents.byId(store.read, id as DocumentId);
    const offset = await uploads.size(id as DocumentId);
    if (row === undefined || row.uploadBytes === null || offset === undefined) throw documentNotFound();
    return new Upload({ id, size: row.uploadBytes, offset });
  }
}

/** What goes wrong inside tus, in our words; tus's own refusals (409, 423, 460 …) keep theirs. */
async function describe(error: TusError, log: Log) {
  if ('status_code' in error) return undefined;
  if (!(error instanceof DomainError)) log.error({ err: error }, 'upload failed');
  const answer = errorResponse(error);
  return { status_code: answer.status, body: await answer.text() };
}

/** Same-origin only: nobody else is told what they may do here. */
function withoutCors(response: Response): Response {
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith('access-control-')) response.headers.delete(name);
  }
  return response;
}

/**
 * The tus 1.0 protocol (creation, creation-with-upload) over the upload folder. It trusts its caller:
 * who may create, see and continue an upload is decided before a request gets here.
 */
export function createTusServer(deps: VaultDeps, log: Log) {
  const server = new Server({
    path: uploadsPath,
    datastore: new FolderStore(deps),
    maxSize: maxUploadBytes,
    relativeLocation: true,
    // A phone that comes back from a lift must not wait long for its own lost connection.
    lockDrainTimeout: 300,
    allowedOrigins: () => false,
    // The client chose the id; it is checked before.
    namingFunction: (_request, metadata) => metadata?.documentId ?? '',
    onUploadFinish: async (_request, upload) => {
      await finishUpload(deps, upload.id as DocumentId);
      return {};
    },
    onResponseError: (_request, error) => describe(error, log),
  });
  return async (request: Request): Promise<Response> =>
    withoutCors(await server.handleWeb(request as TusRequest));
}
