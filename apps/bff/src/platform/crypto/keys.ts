import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { newId, toInstant } from '@jena/shared/kernel';
import { and, count, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Reader, Writer } from '../db/access.ts';
import type { KeyId } from '../db/platform.tables.ts';
import { prepared } from '../db/prepared.ts';
import type { Store } from '../db/store.ts';
import { planJob } from '../jobs.ts';
import type { RootKeys } from './root-keys.ts';
import { seal, unseal } from './sealing.ts';

/** The key was never made, or it was destroyed because its owner's data was erased. */
export class KeyGone extends Error {
  constructor() {
    super('this key does not exist (any more)');
    this.name = 'KeyGone';
  }
}

/** Envelope encryption: root key → one key for each owner (a person's account) → one for each document. */
export type Keys = {
  /** Makes an owner's key, in the transaction that makes the owner; calling it twice keeps the first. */
  create(tx: Writer, owner: string): Promise<KeyObject>;
  /** An owner's key for `sealJson`/`openJson`. Pass `tx` inside a transaction. @throws KeyGone */
  of(reader: Reader, owner: string): Promise<KeyObject>;
  /** Erases an owner: whatever was sealed under the key, also in old backups' columns, stays unreadable here. */
  destroy(tx: Writer, owner: string): Promise<void>;
  /** A fresh key for one document, and its wrap to store beside the document. */
  newDocumentKey(ownerKey: KeyObject, documentId: string): { key: KeyObject; wrapped: Buffer };
  /** @throws SealBroken when the wrap belongs to another document or owner */
  documentKey(ownerKey: KeyObject, documentId: string, wrapped: Uint8Array): KeyObject;
  /** Wraps a document's key for another owner; the document itself stays as it lies. @throws SealBroken */
  handOver(from: KeyObject, to: KeyObject, documentId: string, wrapped: Uint8Array): Buffer;
  /** Finds equal values without storing them: an HMAC under a key of its own. `purpose` keeps columns unlinkable. */
  blindIndex(purpose: string, value: string): string;
  /** A key that belongs to the product itself, one for each purpose, e.g. `identity.login_state`. */
  systemKey(purpose: string): KeyObject;
  /** Wraps every key anew under the current root key, some at a time: it may die at any point and be run again. Returns how many. */
  rewrap(): Promise<number>;
  /** How many keys are still wrapped under an older root key. */
  notCurrent(reader: Reader): Promise<number>;
};

const systemOwner = 'platform';
const cacheFor = 60_000;
/** A younger key may come from a transaction that is still open and may roll back. */
const surelyCommittedAfter = 60_000;
const cacheSize = 2_000;
const rewrapAtOnce = 500;

const wrapPlace = (owner: string, id: string) => `platform.key|${owner}|${id}|1`;
const documentPlace = (documentId: string) => `platform.document_key|${documentId}|1`;

/** Opens the key store; the product's own key is made at the first start. */
export async function openKeys(deps: { store: Store; rootKeys: RootKeys; clock: Clock }): Promise<Keys> {
  const { store, rootKeys, clock } = deps;
  const { platformKeys } = store.tables;
  const cache = new Map<string, { key: KeyObject; until: number }>();

  function unwrap(row: { id: string; owner: string; rootKeyId: string; wrapped: Uint8Array }): KeyObject {
    return createSecretKey(rootKeys.unwrap(row.rootKeyId, wrapPlace(row.owner, row.id), row.wrapped));
  }

  const wrap = (owner: string, id: string, secret: Buffer) => rootKeys.wrap(wrapPlace(owner, id), secret);

  const byOwner = prepared((db) =>
    db
      .select()
      .from(platformKeys)
      .where(eq(platformKeys.owner, sql.placeholder('owner'))),
  );

  async function load(reader: Reader, owner: string): Promise<KeyObject | undefined> {
    const [row] = await byOwner(reader, { owner });
    if (row === undefined) return undefined;
    if (row.wrapped === null) throw new KeyGone();
    const key = unwrap({ ...row, wrapped: row.wrapped });
    const now = clock.now().getTime();
    if (reader === store.read || now - Date.parse(row.createdAt) > surelyCommittedAfter) {
      if (cache.size >= cacheSize) cache.clear();
      cache.set(owner, { key, until: now + cacheFor });
    }
    return key;
  }

  function cached(owner: string): KeyObject | undefined {
    const kept = cache.get(owner);
    return kept !== undefined && kept.until > clock.now().getTime() ? kept.key : undefined;
  }

  async function create(tx: Writer, owner: string): Promise<KeyObject> {
    const known = cached(owner) ?? (await load(tx, owner));
    if (known !== undefined) return known;
    const secret = randomBytes(32);
    const id = newId<'key'>() as KeyId;
    const made = await tx
      .insert(platformKeys)
      .values({ id, owner, ...wrap(owner, id, secret), createdAt: toInstant(clock.now()) })
      .onConflictDoNothing()
      .returning({ id: platformKeys.id });
    if (made.length > 0) return createSecretKey(secret);
    // Another transaction was quicker.
    const theirs = await load(tx, owner);
    if (theirs === undefined) throw new KeyGone();
    return theirs;
  }

  const own =
    (await load(store.read, systemOwner)) ??
    (await store.transaction((tx) => create(tx, systemOwner), { changesPublicData: false }));

  const underOldRoot = () =>
    and(ne(platformKeys.rootKeyId, rootKeys.current()), isNotNull(platformKeys.wrapped));

  async function rewrapSome(tx: Writer): Promise<number> {
    const rows = await tx.select().from(platformKeys).where(underOldRoot()).limit(rewrapAtOnce);
    for (const row of rows) {
      if (row.wrapped === null) continue;
      const secret = unwrap({ ...row, wrapped: row.wrapped }).export();
      // Destroyed meanwhile: it stays destroyed.
      await tx
        .update(platformKeys)
        .set(wrap(row.owner, row.id, secret))
        .where(and(eq(platformKeys.id, row.id), isNotNull(platformKeys.wrapped)));
    }
    return rows.length;
  }

  const derived = new Map<string, KeyObject>();
  function systemKey(purpose: string): KeyObject {
    const known = derived.get(purpose);
    if (known !== undefined) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', own, Buffer.alloc(0), purpose, 32)));
    derived.set(purpose, key);
    return key;
  }

  return {
    create,
    async of(reader, owner) {
      const key = cached(owner) ?? (await load(reader, owner));
      if (key === undefined) throw new KeyGone();
      return key;
    },
    async destroy(tx, owner) {
      cache.delete(owner);
      const at = toInstant(clock.now());
      await tx
        .update(platformKeys)
        .set({ wrapped: null, destroyedAt: at })
        .where(and(eq(platformKeys.owner, owner), isNotNull(platformKeys.wrapped)));
      await planJob(tx, store.tables, { kind: 'platform.record_erasures', payload: {}, at });
    },
    newDocumentKey(ownerKey, documentId) {
      const secret = randomBytes(32);
      return { key: createSecretKey(secret), wrapped: seal(ownerKey, documentPlace(documentId), secret) };
    },
    documentKey: (ownerKey, documentId, wrapped) =>
      createSecretKey(unseal(ownerKey, documentPlace(documentId), wrapped)),
    handOver: (from, to, documentId, wrapped) => {
      const place = documentPlace(documentId);
      return seal(to, place, unseal(from, place, wrapped));
    },
    blindIndex: (purpose, value) =>
      createHmac('sha256', systemKey(`blind_index|${purpose}`))
        .update(value.normalize('NFC'))
        .digest('base64url'),
    systemKey,
    async rewrap() {
      let total = 0;
      for (;;) {
        const done = await store.transaction((tx) => rewrapSome(tx), { changesPublicData: false });
        total += done;
        if (done === 0) return total;
      }
    },
    async notCurrent(reader) {
      const [row] = await reader.select({ keys: count() }).from(platformKeys).where(underOldRoot());
      return row?.keys ?? 0;
    },
  };
}
