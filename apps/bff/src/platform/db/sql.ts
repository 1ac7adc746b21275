import { type SQL, sql } from 'drizzle-orm';
import type { Writer } from './access.ts';
import type { Dialect } from './kit.ts';

/** The most values a statement may carry safely on both dialects; chunk lists at this size. */
export const chunkSize = 500;

/** Cuts a list into pieces that fit one statement. */
export function inChunks<T>(list: readonly T[], size: number = chunkSize): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}

/** Ends a subselect that claims rows: on PostgreSQL other runners skip them, on SQLite there is one writer. */
export function skipLocked(dialect: Dialect): SQL {
  return dialect === 'postgres' ? sql` for update skip locked` : sql``;
}

/** A LIKE pattern that finds the text anywhere; its own wildcards are taken literally. Use with `likeLiteral`. */
export function likeLiteral(column: SQL | { getSQL(): SQL }, text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}

/** True when the error says that a unique index refused a row; drizzle wraps the driver's error. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return true;
  }
  return false;
}

/**
 * From here to the end of the transaction no other one is in a place of this name: what it counts stays true until it
 * commits. SQLite has one writer at a time anyway.
 */
export async function oneAtATime(
  tx: Writer,
  dialect: Dialect,
  { room, name }: { room: number; name: string },
): Promise<void> {
  if (dialect === 'sqlite') return;
  await tx
    .select({ entered: sql`pg_advisory_xact_lock(${room}, hashtext(${name}))` })
    .from(sql`(select 1) as door`);
}
