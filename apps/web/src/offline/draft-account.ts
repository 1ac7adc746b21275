import { mergeDrafts } from '@jena/shared/forms';
import type { DraftBody, DraftHead, SaveDraftInput, ServerDraft } from '@jena/shared/forms/drafts';
import type { IdempotencyKey } from '@jena/shared/kernel';
import { joinFiles } from './draft-files.ts';
import type { Draft } from './drafts.ts';

/** What goes to the account of a draft. Photographs stay on the phone; the account knows on which one they lie. */
export function bodyOf(draft: Draft, device: string): DraftBody {
  const files: DraftBody['files'] = {};
  const here: { field: string; name: string }[] = [];
  for (const [field, all] of Object.entries(draft.files)) {
    const inVault = all.flatMap((file) => (file.inVault ? [{ ...file, inVault: true as const }] : []));
    if (inVault.length > 0) files[field] = inVault;
    for (const { name, inVault: kept } of all) if (!kept) here.push({ field, name: name.slice(0, 200) });
  }
  const { fingerprint, answers, origins, page, updatedAt, language, changed, aside } = draft;
  return {
    fingerprint: {
      ...fingerprint,
      fields: Object.fromEntries(
        Object.entries(fingerprint.fields).map(([name, print]) => [
          name,
          { ...print, options: print.options && [...print.options] },
        ]),
      ),
    },
    ...{ answers, origins, files, page, updatedAt, language },
    stamps: { ...draft.stamps },
    captured: { ...draft.elsewhere, ...(here.length > 0 && { [device]: here }) },
    party: draft.onBehalfOf?.name ?? null,
    ...(changed && { changed }),
    ...(aside && { aside }),
    ...(draft.readVersion !== undefined && { readVersion: draft.readVersion }),
    ...(draft.readUntil !== undefined && { readUntil: draft.readUntil }),
  };
}

/** A draft of the account as it lies on a phone that had none. */
export function fromAccount(found: ServerDraft, device: string): Draft {
  const { draftId, serviceSlug, formVersion, mandateId, revision, body } = found;
  const { captured, party, files, stamps, changed, aside, readVersion, readUntil, ...said } = body;
  const { [device]: _here, ...elsewhere } = captured;
  return {
    ...said,
    id: draftId,
    serviceSlug,
    formVersion,
    files,
    stamps,
    base: stamps,
    elsewhere,
    server: { id: draftId, revision, at: body.updatedAt },
    ...(changed && { changed }),
    ...(aside && { aside }),
    ...(readVersion !== undefined && { readVersion }),
    ...(readUntil !== undefined && { readUntil }),
    ...(mandateId && { onBehalfOf: { mandateId, name: party ?? '' } }),
  };
}

/** What the phone has, joined with what came to the account from another device. */
export function joined(mine: Draft, found: ServerDraft, device: string, now: string): Draft {
  const theirs = fromAccount(found, device);
  const both = mergeDrafts<Draft>(mine, theirs, { now, ...(mine.base && { base: mine.base }) });
  const draft: Draft = {
    ...both,
    id: mine.id,
    // The account has no photographs: those of this phone are all in `mine`.
    files: joinFiles(mine, theirs, () => true),
    elsewhere: theirs.elsewhere ?? {},
    base: found.body.stamps,
    server: { id: found.draftId, revision: found.revision, at: '' },
  };
  const agrees =
    spelt(bodyOf(draft, device)) === spelt(found.body) && draft.formVersion === found.formVersion;
  return {
    ...draft,
    server: { id: found.draftId, revision: found.revision, at: agrees ? draft.updatedAt : '' },
  };
}

/** Two drafts of one form on one phone, e.g. one begun before the login, become one. */
export function joinTwins(into: Draft, twin: Draft, now: string): Draft {
  const both = mergeDrafts<Draft>(into, twin, { now });
  return { ...both, id: into.id, files: joinFiles(into, twin, () => true) };
}

/** The same text for the same content: order of keys and of changes does not count. */
function spelt(body: DraftBody): string {
  const changed = body.changed?.map(({ field, reason }) => `${field} ${reason}`).sort();
  return JSON.stringify({ ...body, changed }, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** True when the account has some state of it. */
export const isLinked = ({ server }: Draft) => server !== undefined && server.revision > 0;
/** True when the account does not have what the phone has. */
export const isUnsent = ({ server, updatedAt }: Draft) => server?.at !== updatedAt;

export function writeOf(draft: Draft, device: string, idempotencyKey: IdempotencyKey): SaveDraftInput {
  const { id, server, serviceSlug, formVersion, onBehalfOf } = draft;
  return {
    idempotencyKey,
    draftId: server?.id ?? (id as SaveDraftInput['draftId']),
    base: server?.revision ?? 0,
    serviceSlug,
    formVersion,
    mandateId: onBehalfOf?.mandateId ?? null,
    body: bodyOf(draft, device),
  };
}

/** Where a draft lies in an account: one of each service and party. */
export const placeOf = (draft: Pick<Draft, 'serviceSlug' | 'onBehalfOf'>) =>
  `${draft.serviceSlug}|${draft.onBehalfOf?.mandateId ?? ''}`;
export const placeOfHead = ({ serviceSlug, mandateId }: DraftHead) => `${serviceSlug}|${mandateId ?? ''}`;
