import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { toInstant } from '@jena/shared/kernel';
import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { KeyId } from '../db/platform.tables.ts';
import { inChunks } from '../db/sql.ts';
import type { Store } from '../db/store.ts';

/*
 * The list of destroyed keys lies beside the root key, outside of every backup: a database that comes back from a
 * backup still holds the keys of people who were erased since, and this list takes them away again.
 * It names ids of keys alone, one a line.
 */
const keyId = /^[0-9a-z]{26}$/;

function idsIn(file: string): Set<KeyId> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return new Set(lines.filter((line) => keyId.test(line)) as KeyId[]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}

function append(file: string, ids: readonly KeyId[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a', 0o600);
  try {
    // Begins a line of its own, whatever a crash left of the last one.
    writeSync(descriptor, `\n${ids.join('\n')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes list and database agree: what the database destroyed goes on the list, what the list names is destroyed.
 * Done at each start, before a key is used, and after each erasure; harmless to repeat.
 * @returns how many keys a restored database had brought back
 */
export async function settleErasures(deps: {
  store: Store;
  erasuresFile: string;
  clock: Clock;
}): Promise<number> {
  const { store, erasuresFile, clock } = deps;
  const { platformKeys } = store.tables;
  const listed = idsIn(erasuresFile);
  const destroyed = await store.read
    .select({ id: platformKeys.id })
    .from(platformKeys)
    .where(isNull(platformKeys.wrapped));
  const unlisted = destroyed.map(({ id }) => id).filter((id) => !listed.has(id));
  if (unlisted.length > 0) append(erasuresFile, unlisted);

  const known = new Set(destroyed.map(({ id }) => id));
  const suspects = [...listed].filter((id) => !known.has(id));
  let again = 0;
  for (const chunk of inChunks(suspects)) {
    again += await store.transaction(
      async (tx) => {
        const rows = await tx
          .update(platformKeys)
          .set({ wrapped: null, destroyedAt: toInstant(clock.now()) })
          .where(and(inArray(platformKeys.id, chunk), isNotNull(platformKeys.wrapped)))
          .returning({ id: platformKeys.id });
        return rows.length;
      },
      { changesPublicData: false },
    );
  }
  return again;
}
