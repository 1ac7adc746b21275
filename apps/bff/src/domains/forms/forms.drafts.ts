import { serviceUnknown } from '@jena/shared/cases';
import { draftNotFound, draftTooLarge, tooManyDrafts } from '@jena/shared/forms';
import {
  type CloseDraftInput,
  type DraftBody,
  draftDays,
  longestDraft,
  type SaveDraftInput,
  type SavedDraft,
  type ServerDraft,
  type ServerDrafts,
} from '@jena/shared/forms/drafts';
import {
  type AccountId,
  type CitizenActor,
  type DraftId,
  type Instant,
  toInstant,
} from '@jena/shared/kernel';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { FormsDeps } from './forms.deps.ts';
import type { DraftHeading, DraftRow } from './forms.store.ts';

/** Open drafts of one person, those for others too: as many as there are forms, and some more. */
export const draftsPerPerson = 60;

const bodyPlace = (id: DraftId) => `forms_draft.body|${id}`;
const placeOf = (ownerId: AccountId, slug: string, partyId: AccountId | null) =>
  `${ownerId}|${slug}|${partyId ?? 'self'}`;

/** Half a year after the last change. */
function ends(deps: Pick<FormsDeps, 'clock'>): Instant {
  return toInstant(new Date(deps.clock.now().getTime() + draftDays * 86_400_000));
}

/**
 * Keeps what a device wrote. A draft lies at the place of its service and party: a second device that began the same
 * form, and one that read an older state, are told to read first. Runs in the mutation's one transaction.
 * @throws forms.draft_not_found, forms.draft_too_large, forms.too_many_drafts, cases.service_unknown,
 *   mandates.not_found, mandates.not_active, mandates.service_not_covered
 */
export async function saveDraft(
  deps: FormsDeps,
  tx: Writer,
  actor: CitizenActor,
  input: SaveDraftInput,
): Promise<SavedDraft> {
  const { draftId: id, base, serviceSlug, formVersion, mandateId, body } = input;
  const service = deps.catalogue.service(serviceSlug);
  if (!service?.form && (mandateId || !deps.catalogue.isBundle(serviceSlug))) throw serviceUnknown();
  if (JSON.stringify(body).length > longestDraft) throw draftTooLarge();
  const acting = mandateId && service && (await deps.mandates.act(tx, actor, { mandateId, service }));
  const partyId = acting ? acting.representedId : null;
  const { accountId: ownerId } = actor;

  const known = await deps.drafts.byId(tx, id);
  if (known && known.ownerId !== ownerId) throw draftNotFound();
  if (known && known.state !== 'open') return { kind: 'closed' };
  const at = toInstant(deps.clock.now());
  const sealed = sealJson(await deps.keys.create(tx, ownerId), bodyPlace(id), body);
  const written = { formVersion, mandateId, body: sealed, updatedAt: at, endsAt: ends(deps) };
  if (known) {
    const isThere = known.serviceSlug === serviceSlug && known.partyId === partyId;
    if (!isThere) throw draftNotFound();
    if (known.revision !== base) return { kind: 'changed' };
    const revision = base + 1;
    return (await deps.drafts.change(tx, known, { ...written, revision }))
      ? { kind: 'saved', revision }
      : { kind: 'changed' };
  }
  // Its row was forgotten long ago, or never was: whoever still has it begins anew with another id.
  if (base !== 0) return { kind: 'closed' };
  if ((await deps.drafts.countOpen(tx, ownerId)) >= draftsPerPerson)
    throw tooManyDrafts({ most: draftsPerPerson });
  const added = await deps.drafts.add(tx, {
    ...written,
    id,
    ownerId,
    partyId,
    serviceSlug,
    state: 'open',
    place: placeOf(ownerId, serviceSlug, partyId),
    revision: 1,
    createdAt: at,
  });
  if (!added) return { kind: 'changed' };
  await note(deps, tx, { id, ownerId, actor, type: 'draft_begun', at });
  return { kind: 'saved', revision: 1 };
}

/** What a person has begun and may still see: for others only while they may act for them. */
export async function draftsOf(deps: FormsDeps, db: Reader, actor: CitizenActor): Promise<ServerDrafts> {
  const rows = await deps.drafts.ofOwner(db, actor.accountId);
  const parties = new Set(
    rows.some(({ partyId }) => partyId !== null)
      ? (await deps.mandates.representedBy(db, actor.accountId)).map(({ representedId }) => representedId)
      : [],
  );
  const open = rows.filter(({ state }) => state === 'open');
  return {
    drafts: open.filter(({ partyId }) => partyId === null || parties.has(partyId)).map(headOf),
    closed: rows.filter(({ state }) => state !== 'open').map(({ id }) => id),
  };
}

/** @throws forms.draft_not_found also for those of others, and for parties for whom the person no longer acts */
export async function draftOf(
  deps: FormsDeps,
  db: Reader,
  actor: CitizenActor,
  id: DraftId,
): Promise<ServerDraft> {
  const row = await deps.drafts.byId(db, id);
  if (row?.ownerId !== actor.accountId || row.state !== 'open') throw draftNotFound();
  if (row.partyId !== null) {
    const parties = await deps.mandates.representedBy(db, actor.accountId);
    if (!parties.some(({ representedId }) => representedId === row.partyId)) throw draftNotFound();
  }
  return { ...headOf(row), body: await bodyOf(deps, db, row) };
}

/** Lets a draft go: it was handed in, or the person threw it away. What was in it is gone at once. @throws forms.draft_not_found */
export async function closeDraft(
  deps: FormsDeps,
  tx: Writer,
  actor: CitizenActor,
  { draftId: id, why }: CloseDraftInput,
): Promise<void> {
  const row = await deps.drafts.byId(tx, id);
  if (row?.ownerId !== actor.accountId) throw draftNotFound();
  if (row.state !== 'open') return;
  await empty(deps, tx, row, why);
  const at = toInstant(deps.clock.now());
  await note(deps, tx, { id, ownerId: row.ownerId, actor, type: `draft_${why}`, at });
}

/** Forgets drafts that nobody went on with, and closed ones of which every device has heard. Gives how many ended. */
export async function forgetDrafts(deps: FormsDeps, tx: Writer): Promise<number> {
  const now = deps.clock.now();
  const ended = await deps.drafts.endedBefore(tx, toInstant(now));
  for (const row of ended) {
    await empty(deps, tx, row, 'expired');
    const actor = { kind: 'system', job: 'forms.sweep' } as const;
    await note(deps, tx, {
      id: row.id,
      ownerId: row.ownerId,
      actor,
      type: 'draft_expired',
      at: toInstant(now),
    });
  }
  await deps.drafts.forgetClosed(tx, toInstant(new Date(now.getTime() - draftDays * 86_400_000)));
  return ended.length;
}

/** The content of a draft; only its owner's key opens it. */
export async function bodyOf(deps: FormsDeps, db: Reader, row: DraftRow): Promise<DraftBody> {
  return openJson<DraftBody>(
    await deps.keys.of(db, row.ownerId),
    bodyPlace(row.id),
    Buffer.from(row.body ?? []),
  );
}

async function empty(
  deps: FormsDeps,
  tx: Writer,
  row: Pick<DraftRow, 'id' | 'revision'>,
  state: Exclude<DraftRow['state'], 'open'>,
): Promise<void> {
  const at = toInstant(deps.clock.now());
  const to = { state, place: null, body: null, revision: row.revision + 1, updatedAt: at };
  const closed = await deps.drafts.change(tx, row, to);
  const now = closed ? undefined : await deps.drafts.byId(tx, row.id);
  if (now?.state === 'open') await deps.drafts.change(tx, now, { ...to, revision: now.revision + 1 });
}

type Note = {
  id: DraftId;
  ownerId: AccountId;
  actor: Parameters<typeof appendEvent>[2]['actor'];
  type: string;
  at: Instant;
};

/** A draft's beginning and end are events; what is typed in between is not: one would stand for each pause of a hand. */
async function note(deps: FormsDeps, tx: Writer, { id, ownerId, actor, type, at }: Note): Promise<void> {
  await appendEvent(tx, deps.tables, {
    stream: `forms:${id}`,
    type: `forms.${type}`,
    actor,
    at,
    data: { draftId: id },
    subject: ownerId,
  });
}

function headOf(row: DraftHeading) {
  const { id: draftId, revision, serviceSlug, formVersion, mandateId, updatedAt, endsAt } = row;
  return { draftId, revision, serviceSlug, formVersion, mandateId, updatedAt, endsAt };
}
