import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Dialect } from './kit.ts';

/** Where the checked-in migrations of a dialect lie; `npm run migrations -w @jena/bff` writes them. */
export function migrationsFolder(dialect: Dialect): string {
  return fileURLToPath(new URL(`../../../migrations/${dialect}`, import.meta.url));
}

/**
 * Proves that the migrations a database went through are those of this version.
 * @param applied their hashes, oldest first
 * @throws when one was rewritten since: its tables would silently differ from the code's
 */
export function checkApplied(dialect: Dialect, applied: readonly string[]): void {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder(dialect) }).map(({ hash }) => hash);
  const strange = applied.filter((hash, index) => known[index] !== hash);
  if (strange.length > 0) {
    throw new Error(
      'this database was made by other migrations: start with an empty data directory, or restore a backup',
    );
  }
}
