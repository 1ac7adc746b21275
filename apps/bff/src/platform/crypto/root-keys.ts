import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The keys that wrap all others. The first is used for new wraps, further ones only open old wraps. */
export type RootKeys = { current: string; byId: ReadonlyMap<string, KeyObject> };

/**
 * Reads root keys from text: one `<id>:<base64 of 32 bytes>` a line, newest first.
 * @throws when a line is malformed or there is none: the product does not start without a key
 */
export function parseRootKeys(text: string): RootKeys {
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

/** A new line for the key file. */
export function newRootKeyLine(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/**
 * Loads the root keys: from a value (a secret store's environment variable) or from a file.
 * A missing file is made once, readable by its owner alone; keep a copy apart from the backups.
 */
export function loadRootKeys(settings: {
  value?: string | undefined;
  file: string;
}): RootKeys & { made: boolean } {
  if (settings.value) return { ...parseRootKeys(settings.value), made: false };
  let made = false;
  try {
    mkdirSync(dirname(settings.file), { recursive: true, mode: 0o700 });
    writeFileSync(settings.file, `${newRootKeyLine('root-1')}\n`, { mode: 0o400, flag: 'wx' });
    made = true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return { ...parseRootKeys(readFileSync(settings.file, 'utf8')), made };
}
