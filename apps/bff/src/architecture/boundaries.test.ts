import { describe, expect, it } from 'vitest';
import { boundaryViolations } from './boundaries.ts';
import { importsOf, sourceFiles } from './source.ts';

describe('boundaries', () => {
  const files = [...sourceFiles('apps/bff'), ...sourceFiles('apps/web'), ...sourceFiles('packages')];

  it('hold in the whole repository', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(boundaryViolations(files)).toEqual([]);
  });

  it.each([
    [
      'apps/bff/src/domains/cases/cases.submit.ts',
      "import { x } from '../vault/vault.store.ts';",
      'through index.ts alone',
    ],
    [
      'apps/bff/src/domains/cases/cases.submit.ts',
      "import { x } from './cases.tables.ts';",
      'only the store',
    ],
    ['apps/bff/src/domains/cases/cases.store.ts', "import { x } from './cases.submit.ts';", 'downwards'],
    ['apps/bff/src/domains/cases/cases.submit.ts', "import { x } from './cases.router.ts';", 'downwards'],
    ['apps/bff/src/domains/cases/cases.policy.ts', "import { x } from './cases.store.ts';", 'pure'],
    [
      'apps/bff/src/platform/jobs.ts',
      "import type { X } from '../domains/cases/index.ts';",
      'must not know domain',
    ],
    ['apps/bff/src/platform/jobs.ts', "export * from '../deps.ts';", 'must not know root'],
    [
      'apps/bff/src/adapters/mail/adapter.ts',
      "await import('../../domains/cases/index.ts');",
      'must not know domain',
    ],
    [
      'apps/bff/src/deps.ts',
      "import {\n  a,\n  b,\n} from './domains/cases/cases.store.ts';",
      'entered through index.ts',
    ],
    [
      'apps/bff/src/deps.ts',
      "import { x } from './domains/cases/cases.tables.ts';",
      'belong to their domain',
    ],
    ['packages/shared/src/cases/model.ts', "import { readFileSync } from 'node:fs';", 'no I/O'],
    ['packages/content/src/build.ts', "import { x } from '@jena/bff/router';", 'no app'],
    ['apps/web/src/lib/trpc.ts', "import { router } from '@jena/bff/router';", 'types alone'],
    ['apps/bff/src/app.ts', "import '../../sandbox/src/pki.ts';", 'does not know the sandbox'],
  ])('bite: %s may not say %s', (path, text, why) => {
    expect(boundaryViolations([{ path, text }]).join()).toContain(why);
  });

  it.each([
    ['apps/bff/src/domains/cases/cases.submit.ts', "import { x } from '../vault/index.ts';"],
    ['apps/bff/src/domains/cases/cases.store.ts', "import { x } from './cases.tables.ts';"],
    ['apps/bff/src/platform/db/tables.ts', "import { x } from '../../domains/cases/cases.tables.ts';"],
    ['apps/web/src/lib/trpc.ts', "import type { AppRouter } from '@jena/bff/router';"],
  ])('let pass what is right: %s', (path, text) => {
    expect(boundaryViolations([{ path, text }])).toEqual([]);
  });

  it('see every way to import', () => {
    const text =
      "import a from 'a';\nimport type { B } from './b.ts';\nimport 'c';\nexport { d } from '../d.ts';\nconst e = import('e');\n";
    expect(importsOf({ path: 'x/y/z.ts', text })).toEqual([
      { target: 'a', typeOnly: false },
      { target: 'x/y/b.ts', typeOnly: true },
      { target: 'c', typeOnly: false },
      { target: 'x/d.ts', typeOnly: false },
      { target: 'e', typeOnly: false },
    ]);
  });
});
