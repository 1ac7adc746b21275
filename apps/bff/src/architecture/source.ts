import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));

export type SourceFile = {
  /** From the project's root, with slashes: `apps/bff/src/app.ts`. */
  path: string;
  text: string;
};

export type Import = {
  /** The imported file's path from the root, or a package's name. */
  target: string;
  /** `import type` vanishes when the program runs. */
  typeOnly: boolean;
};

const notOurs = new Set([
  'node_modules',
  'dist',
  'dist-server',
  'migrations',
  'shots',
  'test-results',
  'playwright-report',
]);

/** Files below a folder whose names end with one of the endings; hidden folders and what tools made left out. */
export function sourceFiles(folder = '', endings: readonly string[] = ['.ts', '.tsx']): SourceFile[] {
  const found: SourceFile[] = [];
  for (const entry of readdirSync(join(projectRoot, folder), { withFileTypes: true })) {
    if (notOurs.has(entry.name) || entry.name.startsWith('.')) continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...sourceFiles(path, endings));
    else if (endings.some((ending) => entry.name.endsWith(ending))) {
      found.push({ path, text: readFileSync(join(projectRoot, path), 'utf8') });
    }
  }
  return found;
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, static and dynamic. Relative imports become paths from the root. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const resolve = (name: string) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  return [
    ...[...text.matchAll(statement)].map((match) => ({
      target: resolve(match[3] ?? ''),
      typeOnly: match[2] !== undefined,
    })),
    ...[...text.matchAll(dynamic)].map((match) => ({ target: resolve(match[1] ?? ''), typeOnly: false })),
  ];
}
