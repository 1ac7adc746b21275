import { type DocumentId, DomainError } from '@jena/shared/kernel';
import { maxUploadBytes } from '@jena/shared/vault';
import { Server, type ServerOptions } from '@tus/server';
import { errorResponse } from '../../platform/http/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { VaultDeps } from './vault.documents.ts';
import { finishUpload } from './vault.uploads.ts';

export const uploadsPath = '/uploads';

type TusRequest = Parameters<Server['handleWeb']>[0];
type TusError = Parameters<NonNullable<ServerOptions['onResponseError']>>[1];

const documentIdOf = (upload: { id: string }) => upload.id as DocumentId;

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
 * The tus 1.0 protocol (creation, creation-with-upload, termination) over the upload folder. It trusts its caller:
 * who may create, see and continue an upload is decided before a request gets here.
 */
export function createTusServer(deps: VaultDeps, log: Log) {
  const server = new Server({
    path: uploadsPath,
    datastore: deps.uploads.tus,
    maxSize: maxUploadBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    // The client chose the id; it is checked before.
    namingFunction: (_request, metadata) => metadata?.documentId ?? '',
    // The file's name is sealed in the database; tus's note beside the file must not hold it in the clear.
    onUploadCreate: async (_request, upload) => ({ metadata: { documentId: upload.id } }),
    onUploadFinish: async (_request, upload) => {
      await finishUpload(deps, documentIdOf(upload));
      return {};
    },
    onResponseError: (_request, error) => describe(error, log),
  });
  return async (request: Request): Promise<Response> =>
    withoutCors(await server.handleWeb(request as TusRequest));
}
