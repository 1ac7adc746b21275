import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from './source.ts';

type Locked = { version?: string; resolved?: string; integrity?: string; link?: boolean };
type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>>;

const json = <T>(file: string) => JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as T;

/** What a lock file holds that did not come from the registry with a checksum (ASVS 15.2.4). */
function unsureIn(packages: Record<string, Locked>): string[] {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .filter(
      ([, { integrity, resolved }]) =>
        !/^sha512-/.test(integrity ?? '') || /^(git|file|http:)/.test(resolved ?? ''),
    )
    .map(([path]) => path);
}

it('every package comes from the registry, with a checksum', () => {
  expect(unsureIn(json<{ packages: Record<string, Locked> }>('package-lock.json').packages)).toEqual([]);
});

it('notices a package from elsewhere, and one without a checksum', () => {
  const integrity = 'sha512-x';
  expect(
    unsureIn({
      'node_modules/good': { integrity },
      'node_modules/git': { integrity, resolved: 'git+ssh://example.org/x.git' },
      'node_modules/bare': {},
    }),
  ).toEqual(['node_modules/git', 'node_modules/bare']);
});

it.each(['.', 'apps/bff', 'apps/web', 'apps/sandbox', 'packages/content', 'packages/shared', 'e2e'])(
  'every version in %s is exact',
  (folder) => {
    const { dependencies, devDependencies, overrides } = json<Manifest>(join(folder, 'package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
      ([name, version]) => !/^\d+\.\d+\.\d+/.test(version) && !(name.startsWith('@jena/') && version === '*'),
    );
    expect(loose).toEqual([]);
  },
);
