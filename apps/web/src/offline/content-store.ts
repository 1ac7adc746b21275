import type { DBSchema } from 'idb';
import { defineDatabase } from './database.ts';

interface ContentSchema extends DBSchema {
  files: { key: string; value: unknown };
}

const database = defineDatabase<ContentSchema>('jena-content', [
  (db) => {
    db.createObjectStore('files');
  },
]);

/** Public bundles of the catalogue by file name. Nothing here is personal; losing it costs a download. */
export const contentStore = {
  async get<T>(file: string): Promise<T | undefined> {
    return (await database.run((db) => db.get('files', file))) as T | undefined;
  },
  async put(file: string, value: unknown): Promise<void> {
    await database.run((db) => db.put('files', value, file));
  },
  /** Throws away every file but these, and older versions of forms (`…@2.json`), which never change. */
  async keep(files: readonly string[]): Promise<void> {
    const wanted = new Set(files);
    await database.run(async (db) => {
      const transaction = db.transaction('files', 'readwrite');
      for (const key of await transaction.store.getAllKeys()) {
        if (!wanted.has(key) && !/@\d+\.json$/.test(key)) await transaction.store.delete(key);
      }
      await transaction.done;
    });
  },
  close: database.close,
};
