import { type Import, importsOf, type SourceFile } from './source.ts';

type Place = { layer: string; domain?: string; role?: number };

/** Roles of a domain's files from the bottom up; a file imports its own rank and below. */
const roles: [RegExp, number][] = [
  [/\.tables\.ts$/, 0],
  [/\.store\.ts$/, 1],
  [/\.(?:router|http|jobs|seed)\.ts$/, 3],
  [/\/index\.ts$/, 4],
];
const middle = 2;

const isTest = (path: string) =>
  /\.(test|testkit|testing|bench)\.tsx?$/.test(path) || path.includes('/testing/');

function placeOf(path: string): Place {
  const domain = /^apps\/bff\/src\/domains\/([^/]+)\//.exec(path)?.[1];
  if (domain !== undefined) {
    return { layer: 'domain', domain, role: roles.find(([pattern]) => pattern.test(path))?.[1] ?? middle };
  }
  const parts = /^apps\/bff\/src\/(platform|adapters|architecture|commands)\//.exec(path)?.[1];
  if (parts !== undefined) return { layer: parts };
  if (path.startsWith('apps/bff/src/')) return { layer: 'root' };
  return { layer: path.split('/').slice(0, 2).join('/') };
}

/** What the server's layers may import of each other, besides themselves. */
const allowed: Record<string, readonly string[]> = {
  platform: [],
  adapters: ['platform'],
  domain: ['platform', 'adapters'],
  commands: ['platform', 'root', 'domain'],
  root: ['platform', 'adapters', 'domain'],
};

function serverViolation(from: string, { target, typeOnly }: Import): string | undefined {
  const [source, goal] = [placeOf(from), placeOf(target)];
  const may = allowed[source.layer];
  if (may === undefined || !target.startsWith('apps/bff/src/')) return undefined;
  if (goal.role === 0 && source.domain !== goal.domain) {
    // The one list of all tables, which feeds migrations.
    return from === 'apps/bff/src/platform/db/tables.ts' ? undefined : 'tables belong to their domain';
  }
  if (source.layer === 'domain' && goal.layer === 'domain') {
    if (source.domain !== goal.domain) {
      return goal.role === 4 ? undefined : 'domains know each other through index.ts alone';
    }
    if (goal.role === 0 && source.role !== 1 && !typeOnly) return 'only the store imports the tables';
    if ((goal.role ?? 0) > (source.role ?? 0)) return 'layers import downwards only';
    if (/\.policy\.ts$/.test(from) && goal.role !== middle && !typeOnly) return 'a policy is pure';
    return undefined;
  }
  if (source.layer === goal.layer) return undefined;
  if (!may.includes(goal.layer)) return `${source.layer} must not know ${goal.layer}`;
  if (goal.layer === 'domain' && goal.role !== 4) return 'a domain is entered through index.ts';
  return undefined;
}

/** Packages that the shared rules may use: they run on phone and server alike. */
const sharedMayUse = /^(zod(\/.*)?|@jena\/shared\/.*)$/;

function packageViolation(from: string, { target, typeOnly }: Import): string | undefined {
  if (from.startsWith('packages/shared/src/')) {
    const inside = target.startsWith('packages/shared/') || sharedMayUse.test(target);
    return inside ? undefined : 'shared rules do no I/O and depend on nothing';
  }
  if (from.startsWith('packages/content/') && /^(apps\/|@jena\/(bff|web|sandbox))/.test(target)) {
    return 'content knows no app';
  }
  if (from.startsWith('apps/web/') && /^(apps\/(bff|sandbox)\/|@jena\/(bff|sandbox))/.test(target)) {
    return typeOnly && target === '@jena/bff/router'
      ? undefined
      : 'the web app knows the server’s types alone';
  }
  if (from.startsWith('apps/bff/') && /^(apps\/web\/|@jena\/web)/.test(target))
    return 'the server does not know the web app';
  if (from.startsWith('apps/bff/') && /^(apps\/sandbox\/|@jena\/sandbox)/.test(target))
    return 'the product does not know the sandbox';
  return undefined;
}

/** Every import that leads where it must not, as `file → target: why`. Tests may reach further. */
export function boundaryViolations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path) && !path.startsWith('apps/bff/src/architecture/'))
    .flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const why = packageViolation(file.path, one) ?? serverViolation(file.path, one);
        return why === undefined ? [] : [`${file.path} → ${one.target}: ${why}`];
      }),
    );
}
