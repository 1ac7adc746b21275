import { fileURLToPath } from 'node:url';
import type { Dialect } from './kit.ts';

/** Where the checked-in migrations of a dialect lie; `npm run migrations -w @jena/bff` writes them. */
export function migrationsFolder(dialect: Dialect): string {
  return fileURLToPath(new URL(`../../../migrations/${dialect}`, import.meta.url));
}
