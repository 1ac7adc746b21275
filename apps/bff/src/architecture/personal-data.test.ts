import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { kitFor } from '../platform/db/kit.ts';
import { type AppTables, tablesFor } from '../platform/db/tables.ts';
import { openTestSqlite } from '../platform/testing/stores.ts';
import { openProduct } from '../testing/product.ts';

/** Columns that say whose a row is. */
const namesPerson = new Set(['account_id', 'owner_id', 'owner', 'subject', 'actor', 'actor_id']);

/** Tables that have such a column and still are in no part of the archive, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  platformKeys: 'the key itself: who had it could read everything',
  platformReplies: 'ids of answers to repeated calls, forgotten after 30 days',
  identityEidLogins: 'transactions with the card under way: gone after minutes, and only states remain',
  identitySamlLogins:
    'logins under way: gone after minutes, and sealed under a secret that the browser alone has',
  identityStaff: 'people of the staff, not citizens; `subject` is their name at the login of the city',
};

type Tables = Readonly<Record<string, unknown>>;

function personalTables(tables: Tables): string[] {
  return Object.entries(tables)
    .filter(([, table]) =>
      Object.values(getTableColumns(table as PgTable)).some((column) => namesPerson.has(column.name)),
    )
    .map(([name]) => name);
}

const forgotten = (tables: Tables, held: readonly string[]) =>
  personalTables(tables).filter((name) => !held.includes(name) && leftOut[name] === undefined);

async function heldTables(): Promise<(keyof AppTables)[]> {
  const store = await openTestSqlite();
  const product = await openProduct({ store });
  const held = product.deps.domains.exporting.parts.flatMap((part) => part.tables);
  await product.close();
  await store.close();
  return held;
}

it('every table that names a person is in the archive that people get of themselves', async () => {
  expect(forgotten(tablesFor('sqlite'), await heldTables())).toEqual([]);
});

it('a new table with an owner would be missed', async () => {
  const k = kitFor('sqlite');
  const pets = k.table('pets', { id: k.id<string>('id'), ownerId: k.text('owner_id') });
  expect(forgotten({ ...tablesFor('sqlite'), pets }, await heldTables())).toEqual(['pets']);
});

it('no table is held twice, and none is both held and left out', async () => {
  const held = await heldTables();
  expect(new Set(held).size).toBe(held.length);
  expect(held.filter((name) => leftOut[name] !== undefined)).toEqual([]);
  expect(Object.keys(leftOut).filter((name) => !personalTables(tablesFor('sqlite')).includes(name))).toEqual(
    [],
  );
});
