import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, it } from 'vitest';
import { checkApplied, migrationsFolder } from './migrations.ts';

it.each(['sqlite', 'postgres'] as const)(
  'knows a %s database by the migrations it went through',
  (dialect) => {
    const own = readMigrationFiles({ migrationsFolder: migrationsFolder(dialect) }).map(({ hash }) => hash);
    expect(() => checkApplied(dialect, own)).not.toThrow();
    expect(() => checkApplied(dialect, ['rewritten since'])).toThrow('other migrations');
    expect(() => checkApplied(dialect, [...own, 'of a newer version'])).toThrow('other migrations');
  },
);
