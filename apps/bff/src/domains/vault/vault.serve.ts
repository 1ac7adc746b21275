import { loginRequired } from '@jena/shared/identity';
import {
  type AccountId,
  type Actor,
  type CitizenActor,
  type DocumentId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import { documentNotFound } from '@jena/shared/vault';
import type { Reader } from '../../platform/db/access.ts';
import { appendEvent, readEventsAbout } from '../../platform/events.ts';
import { unusedPowers } from '../../platform/http/security-headers.ts';
import { streamBody } from '../../platform/http/stream-body.ts';
import { type FileKind, openDocuments, readFile, type VaultDeps } from './vault.documents.ts';
import { isOwner, oneLookMinutes } from './vault.policy.ts';
import type { DocumentRow } from './vault.store.ts';

/** Answered by the cases domain: whether a document was given to a case that this staff member may see. */
export type MayStaffRead = (
  db: Reader,
  staff: StaffActor,
  documentId: DocumentId,
) => Promise<{ allowed: true; caseReference: string; ownerId: AccountId } | { allowed: false }>;

/** Answered by the cases domain: whether a document belongs to a case that this person sees, their own or one of whom they represent. */
export type MayReadInCase = (db: Reader, citizen: CitizenActor, documentId: DocumentId) => Promise<boolean>;

type ServeDeps = VaultDeps & { mayStaffRead: MayStaffRead; mayReadInCase: MayReadInCase };

export type FileRequest = {
  actor: Actor;
  documentId: DocumentId;
  kind: FileKind;
  asDownload: boolean;
  withBody: boolean;
};

/**
 * Streams a document, decrypted, to its owner, to whoever sees a case that it was given to, or to staff whose case it
 * belongs to. A look by staff is on the
 * owner's access log before the first byte leaves.
 * @throws identity.login_required; vault.not_found also when the asker may not see it
 */
export async function serveDocument(deps: ServeDeps, request: FileRequest): Promise<Response> {
  const { actor, documentId, kind } = request;
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') throw loginRequired();
  const row = await deps.documents.byId(deps.store.read, documentId);
  const readable =
    row?.state === 'available' &&
    row.removedAt === null &&
    row.preparedBy === null &&
    (kind === 'vault' || row.hasPreview);
  if (row === undefined || !readable) throw documentNotFound();
  if (actor.kind === 'staff') await admitStaff(deps, actor, row);
  else if (!isOwner(actor, row) && !(await deps.mayReadInCase(deps.store.read, actor, row.id)))
    throw documentNotFound();

  const [document] = await openDocuments(deps, deps.store.read, row.ownerId, [row]);
  if (document === undefined) throw documentNotFound();
  const headers = headersOf(row, document.name, request);
  if (!request.withBody) return new Response(null, { headers });
  return new Response(streamBody(await readFile(deps, row, kind)), { headers });
}

/** @throws vault.not_found */
async function admitStaff(deps: ServeDeps, staff: StaffActor, row: DocumentRow): Promise<void> {
  const { store, clock } = deps;
  const found = await deps.mayStaffRead(store.read, staff, row.id);
  if (!found.allowed || found.ownerId !== row.ownerId) throw documentNotFound();
  const now = clock.now();
  const since = toInstant(new Date(now.getTime() - oneLookMinutes * 60_000));
  const stream = `vault:${row.id}`;
  const recent = await readEventsAbout(store.read, store.tables, { subject: row.ownerId });
  const known = recent.some(
    (event) => event.stream === stream && event.actorId === staff.staffId && event.at > since,
  );
  if (known) return;
  await store.transaction(
    (tx) =>
      appendEvent(tx, store.tables, {
        stream,
        type: 'vault.evidence_viewed',
        actor: staff,
        at: toInstant(now),
        data: { documentId: row.id, caseReference: found.caseReference },
        subject: row.ownerId,
      }),
    { changesPublicData: false },
  );
}

/**
 * Nothing in a document may act in our name: an origin of its own, no scripts of its own, no forms, no guessing of types
 * (ASVS 3.2.1, 3.5.8, 5.4.2). Safari's PDF viewer is script and stays blank without `allow-scripts`; active content was
 * refused when the PDF came in.
 */
const policies = {
  picture: "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; sandbox allow-scripts allow-downloads; frame-ancestors 'self'",
};

/** A document is opened as a page of its own: it gets none of what pages may ask a browser for. */
const noPowers = ['camera', ...unusedPowers].map((power) => `${power}=()`).join(', ');

function headersOf(
  row: DocumentRow,
  name: string,
  { kind, asDownload }: FileRequest,
): Record<string, string> {
  const isPreview = kind === 'preview';
  const isPdf = !isPreview && row.mediaType === 'application/pdf';
  return {
    'content-type': isPreview ? 'image/jpeg' : row.mediaType,
    ...(isPreview ? {} : { 'content-length': String(row.bytes) }),
    'content-disposition': `${asDownload ? 'attachment' : 'inline'}; ${fileNameParameters(name)}`,
    'content-security-policy': isPdf ? policies.pdf : policies.picture,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': noPowers,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
}

/** RFC 6266: a plain name for old readers, the real one encoded (RFC 8187). */
function fileNameParameters(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
