import { outboxDatabaseName } from './names.ts';

/** What lies on this phone of whoever holds it, asked without making a database where there is none. */
export async function onThisPhone(): Promise<{ drafts: number; submissions: number }> {
  const databases = await indexedDB.databases?.().catch(() => []);
  if (databases && !databases.some(({ name }) => name === outboxDatabaseName))
    return { drafts: 0, submissions: 0 };
  const { outboxDatabase } = await import('./outbox.db.ts');
  return outboxDatabase
    .run(async (db) => ({ drafts: await db.count('drafts'), submissions: await db.count('entries') }))
    .catch(() => ({ drafts: 0, submissions: 0 }));
}
