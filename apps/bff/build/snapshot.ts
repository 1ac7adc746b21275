import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import type { Dialect } from '../src/platform/db/kit.ts';

/** drizzle-kit's picture of a schema; opaque to us but for these fields. */
export type Snapshot = { id: string; prevId: string; version: string | number };

const origin = '00000000-0000-0000-0000-000000000000';

/** The picture of a table set. The id is fixed, so that writing it twice gives the same file. */
export async function snapshotOf(
  dialect: Dialect,
  tables: Record<string, unknown>,
  previousId: string = origin,
): Promise<Snapshot> {
  const made =
    dialect === 'sqlite'
      ? await generateSQLiteDrizzleJson(tables, previousId)
      : generateDrizzleJson(tables, previousId);
  const next = (BigInt(`0x${previousId.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  const id = next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { ...(made as unknown as Snapshot), id, prevId: previousId };
}

/** The picture of no tables at all. */
export async function emptySnapshot(dialect: Dialect): Promise<Snapshot> {
  return { ...(await snapshotOf(dialect, {})), id: origin };
}

/** The statements that lead from one picture to the other; none when they are the same. */
export async function migrationBetween(dialect: Dialect, from: Snapshot, to: Snapshot): Promise<string[]> {
  type Lite = Parameters<typeof generateSQLiteMigration>[0];
  type Pg = Parameters<typeof generateMigration>[0];
  return dialect === 'sqlite'
    ? generateSQLiteMigration(from as unknown as Lite, to as unknown as Lite)
    : generateMigration(from as unknown as Pg, to as unknown as Pg);
}
