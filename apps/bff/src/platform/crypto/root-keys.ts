import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { seal, unseal } from './sealing.ts';

/**
 * What wraps all other keys. An HSM can stand behind it: secrets go in and out, the root key itself never does.
 * Nothing here waits, because it is called inside transactions; PKCS#11 libraries do not either.
 */
export type RootKeys = {
  /** Id of the root key that wraps from now on. */
  current(): string;
  /** @param place what the secret is and to whom it belongs; it opens only there */
  wrap(place: string, secret: Uint8Array): { rootKeyId: string; wrapped: Buffer };
  /** @throws SealBroken; when the root key of this id is missing */
  unwrap(rootKeyId: string, place: string, wrapped: Uint8Array): Buffer;
};

/** The first wraps, further ones only open what they wrapped before. */
type Ring = { current: string; byId: ReadonlyMap<string, KeyObject> };

function parseRing(text: string): Ring {
  const byId = new Map<string, KeyObject>();
  for (const line of text.split(/[\n,]/).map((part) => part.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [, id, encoded] = /^([a-z0-9-]{1,40}):([A-Za-z0-9+/=]{43,44})$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    if (id === undefined || bytes.length !== 32) {
      throw new Error('a root key is written `<id>:<base64 of 32 bytes>`');
    }
    if (!byId.has(id)) byId.set(id, createSecretKey(bytes));
  }
  const [current] = byId.keys();
  if (current === undefined) throw new Error('there is no root key');
  return { current, byId };
}

/** @param ring asked anew each time, with the id that is looked for */
function rootKeysOf(ring: (wanted?: string) => Ring): RootKeys {
  function keyOf({ byId }: Ring, id: string): KeyObject {
    const key = byId.get(id);
    if (key === undefined) throw new Error(`the root key ${id} is missing`);
    return key;
  }
  return {
    current: () => ring().current,
    wrap(place, secret) {
      const now = ring();
      return { rootKeyId: now.current, wrapped: seal(keyOf(now, now.current), place, secret) };
    },
    unwrap: (rootKeyId, place, wrapped) => unseal(keyOf(ring(rootKeyId), rootKeyId), place, wrapped),
  };
}

/**
 * Root keys from text: one `<id>:<base64 of 32 bytes>` a line, newest first.
 * @throws when a line is malformed or there is none: the product does not start without a key
 */
export function parseRootKeys(text: string): RootKeys {
  const ring = parseRing(text);
  return rootKeysOf(() => ring);
}

/** A new line for the key file. */
export function newRootKeyLine(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/** Writes it whole beside the key file: after a crash there is the old file or the new one, never half of one. */
function writeBeside(file: string, text: string): string {
  const part = `${file}.${process.pid}.new`;
  rmSync(part, { force: true });
  const descriptor = openSync(part, 'wx', 0o400);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return part;
}

function settleFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function replaceFile(file: string, text: string): void {
  renameSync(writeBeside(file, text), file);
  settleFolder(file);
}

/** Puts a new root key before the others of the file, which stay to open what they wrapped. Returns its id. */
export function addRootKey(file: string): string {
  const text = readFileSync(file, 'utf8');
  const numbers = [...parseRing(text).byId.keys()].map((id) => Number(/^root-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `root-${Math.max(0, ...numbers) + 1}`;
  replaceFile(file, `${newRootKeyLine(id)}\n${text}`);
  return id;
}

/** Leaves only the current root key in the file. Returns the ids of those that are gone. */
export function dropOldRootKeys(file: string): string[] {
  const { current, byId } = parseRing(readFileSync(file, 'utf8'));
  const key = byId.get(current);
  const old = [...byId.keys()].filter((id) => id !== current);
  if (key && old.length > 0) replaceFile(file, `${current}:${key.export().toString('base64')}\n`);
  return old;
}

/** The file's keys as they are now: a running product follows a rotation. */
function followFile(file: string): RootKeys {
  let seen = '';
  let ring: Ring | undefined;
  return rootKeysOf((wanted) => {
    if (ring && wanted !== undefined && ring.byId.has(wanted)) return ring;
    const { ino, mtimeMs } = statSync(file);
    const version = `${ino} ${mtimeMs}`;
    if (!ring || version !== seen) ring = parseRing(readFileSync(file, 'utf8'));
    seen = version;
    return ring;
  });
}

/** False when another process was quicker. */
function makeFile(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = writeBeside(file, `${newRootKeyLine('root-1')}\n`);
  try {
    linkSync(part, file);
    settleFolder(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(part);
  }
}

/**
 * Loads the root keys: from a value (a secret store's environment variable) or from a file.
 * A missing file is made once, readable by its owner alone; keep a copy apart from the backups.
 */
export function loadRootKeys(settings: { value?: string | undefined; file: string }): {
  rootKeys: RootKeys;
  made: boolean;
} {
  if (settings.value) return { rootKeys: parseRootKeys(settings.value), made: false };
  const made = !existsSync(settings.file) && makeFile(settings.file);
  const rootKeys = followFile(settings.file);
  // A malformed file is said at the start, not at the first use.
  rootKeys.current();
  return { rootKeys, made };
}
