import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { isConnectionLost, storageError } from './errors.ts';

type UpgradeTransaction<Schema extends DBSchema> = IDBPTransaction<
  Schema,
  StoreNames<Schema>[],
  'versionchange'
>;

/** One step from a version to the next. It only adds: an older app that opens a newer database still reads its own part. */
export type Migration<Schema extends DBSchema> = (
  db: IDBPDatabase<Schema>,
  transaction: UpgradeTransaction<Schema>,
) => void | Promise<void>;

export type Database<Schema extends DBSchema> = {
  /**
   * Runs one transaction. It may run twice after a lost connection, so it must be safe to repeat.
   * @throws platform.storage_full, platform.storage_unavailable
   */
  run: <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** A database that opens on first use; migration number n leads from version n to n + 1. */
export function defineDatabase<Schema extends DBSchema>(
  name: string,
  migrations: readonly Migration<Schema>[],
): Database<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opened ??= openAt(name, migrations, () => {
      opened = undefined;
    }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function attempt<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    return work(await open());
  }

  return {
    async run(work) {
      try {
        return await attempt(work).catch((error: unknown) => {
          if (!isConnectionLost(error)) throw error;
          opened = undefined;
          return attempt(work);
        });
      } catch (error) {
        throw storageError(error);
      }
    },
    async close() {
      const closing = opened;
      opened = undefined;
      (await closing)?.close();
    },
  };
}

async function openAt<Schema extends DBSchema>(
  name: string,
  migrations: readonly Migration<Schema>[],
  onGone: () => void,
): Promise<IDBPDatabase<Schema>> {
  const callbacks = {
    // Another tab brings a newer version: let go at once, the next use opens it again.
    blocking: (_current: number, _blocked: number | null, event: IDBVersionChangeEvent) => {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  };
  try {
    return await openDB<Schema>(name, migrations.length, {
      ...callbacks,
      async upgrade(db, oldVersion, _newVersion, transaction) {
        for (const migrate of migrations.slice(oldVersion)) {
          await migrate(db, transaction as UpgradeTransaction<Schema>);
        }
      },
    });
  } catch (error) {
    // The city rolled a release back: the data is newer than the app, and readable, because migrations only add.
    if (error instanceof Error && error.name === 'VersionError') {
      return openDB<Schema>(name, undefined, callbacks);
    }
    throw error;
  }
}
