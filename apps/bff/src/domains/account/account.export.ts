import { type DataExport, exportNotFound } from '@jena/shared/account';
import { firmLevelOfAct, levelOfAct, levelTooLow, loginRequired } from '@jena/shared/identity';
import {
  type AccountId,
  type Actor,
  type CitizenActor,
  type ExportId,
  newId,
  reachesLevel,
  toInstant,
} from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { decryptStream, encryptStream } from '../../platform/crypto/stream.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import type { FileStore } from '../../platform/files/port.ts';
import { planJob } from '../../platform/jobs.ts';
import type { PersonalPart } from '../../platform/personal-data.ts';
import { archiveOf } from './account.archive.ts';
import type { AccountStore, ExportRow } from './account.store.ts';

export type ExportDeps = {
  accounts: AccountStore;
  store: Store;
  keys: Keys;
  files: FileStore;
  clock: Clock;
  parts: readonly PersonalPart[];
  /** Puts the news into the person's inbox. */
  notify(
    tx: Writer,
    notice: {
      accountId: AccountId;
      type: 'export_ready';
      caseId: null;
      caseReference: null;
      serviceSlug: null;
      at: ExportRow['requestedAt'];
      key: string;
    },
  ): Promise<void>;
};

/** How long an archive lies ready. */
const readyHours = 24;
/** After so long one that is not ready has failed, and may be asked for again. */
const makingHours = 1;
const hourMs = 60 * 60_000;

const fileName = (id: ExportId) => `exports/${id}`;
const filePlace = (id: ExportId) => `account.export|${id}`;

const keyOf = async ({ keys, store }: ExportDeps, { id, accountId, fileKey }: ExportRow) =>
  keys.documentKey(await keys.of(store.read, accountId), id, fileKey);

/** Asks for an archive of everything about a person. One that is being made is enough; an older one makes room. */
export async function requestExport(deps: ExportDeps, tx: Writer, accountId: AccountId): Promise<void> {
  const { accounts, keys, store, clock } = deps;
  const now = clock.now();
  const at = toInstant(now);
  const known = await accounts.exportsOf(tx, accountId);
  const isBeingMade = ({ readyAt, requestedAt }: ExportRow) =>
    readyAt === null && now.getTime() - Date.parse(requestedAt) < makingHours * hourMs;
  if (known.some(isBeingMade)) return;
  for (const { id } of known)
    await planJob(tx, store.tables, { kind: 'account.export_end', payload: { exportId: id }, at });
  const id = newId<'export'>();
  const { wrapped: fileKey } = keys.newDocumentKey(await keys.create(tx, accountId), id);
  await accounts.addExport(tx, { id, accountId, fileKey, requestedAt: at });
  await planJob(tx, store.tables, { kind: 'account.export', payload: { exportId: id }, at, key: id });
}

/** The archive asked for last, as long as it can be fetched. */
export async function latestExport(
  { accounts, clock }: Pick<ExportDeps, 'accounts' | 'clock'>,
  db: Reader,
  accountId: AccountId,
): Promise<DataExport | null> {
  const [row] = await accounts.exportsOf(db, accountId);
  if (row === undefined) return null;
  const { id, requestedAt, readyAt, endsAt, bytes } = row;
  if (readyAt === null || endsAt === null || bytes === null) return { id, requestedAt, ready: null };
  if (endsAt <= toInstant(clock.now())) return null;
  return { id, requestedAt, ready: { at: readyAt, endsAt, bytes } };
}

/** Makes an archive: what is opened for it is sealed again as it flows, and never whole in memory. Harmless to repeat. */
export async function makeExport(deps: ExportDeps, id: ExportId): Promise<void> {
  const { accounts, store, files, clock, parts } = deps;
  const row = await accounts.exportById(store.read, id);
  if (row === undefined || row.readyAt !== null) return;
  let bytes = 0;
  async function* counted(archive: AsyncIterable<Uint8Array>) {
    for await (const piece of archive) {
      bytes += piece.byteLength;
      yield piece;
    }
  }
  const archive = archiveOf(parts, store.read, row.accountId, clock.now());
  await files.put(fileName(id), encryptStream(await keyOf(deps, row), filePlace(id), counted(archive)));
  const now = clock.now();
  const [at, endsAt] = [toInstant(now), toInstant(new Date(now.getTime() + readyHours * hourMs))];
  const { accountId } = row;
  const about = { caseId: null, caseReference: null, serviceSlug: null };
  await store.transaction(
    async (tx) => {
      // Where it is gone meanwhile, the file goes too: with the same job that would end it.
      const isReady = await accounts.finishExport(tx, id, { readyAt: at, endsAt, bytes });
      const runAt = isReady ? endsAt : at;
      const payload = { exportId: id };
      await planJob(tx, store.tables, { kind: 'account.export_end', payload, at, runAt });
      if (isReady)
        await deps.notify(tx, { accountId, type: 'export_ready', ...about, at, key: `export:${id}` });
    },
    { changesPublicData: false },
  );
}

const noteFetched = ({ store, clock }: ExportDeps, tx: Writer, actor: CitizenActor) =>
  appendEvent(tx, store.tables, {
    stream: `account:${actor.accountId}`,
    type: 'account.export_fetched',
    actor,
    at: toInstant(clock.now()),
    data: {},
    subject: actor.accountId,
  });

/** Forgets an archive, row first: nobody is offered a file that is going. */
export async function endExport({ accounts, store, files }: ExportDeps, id: ExportId): Promise<void> {
  await store.transaction((tx) => accounts.removeExport(tx, id), { changesPublicData: false });
  await files.delete(fileName(id));
}

/**
 * An archive for its person, decrypted as it flows. It holds everything at once, so it needs the card, and each time
 * is a line of their access log.
 * @throws identity.login_required, identity.level_too_low, account.export_not_found
 */
export async function openExport(
  deps: ExportDeps,
  actor: Actor,
  id: ExportId,
): Promise<{ bytes: number; content: AsyncGenerator<Buffer<ArrayBuffer>>; day: string }> {
  if (actor.kind !== 'citizen') throw loginRequired();
  const needed = (actor.forFirm ? firmLevelOfAct : levelOfAct).exportAccount;
  if (!reachesLevel(actor.levelOfAssurance, needed)) throw levelTooLow({ needed });
  const row = await deps.accounts.exportById(deps.store.read, id);
  const isTheirs = row?.accountId === actor.accountId && row.readyAt !== null;
  if (!isTheirs || row.bytes === null || (row.endsAt ?? '') <= toInstant(deps.clock.now()))
    throw exportNotFound();
  const sealed = await deps.files.get(fileName(id));
  await deps.store.transaction((tx) => noteFetched(deps, tx, actor), { changesPublicData: false });
  const content = decryptStream(await keyOf(deps, row), filePlace(id), sealed);
  return { bytes: row.bytes, content, day: row.requestedAt.slice(0, 10) };
}
