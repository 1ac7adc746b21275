import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from './source.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const packages = ['.', 'apps/bff', 'apps/web', 'apps/sandbox', 'packages/content', 'packages/shared', 'e2e'];
const scripts = new Set(
  packages.flatMap((folder) =>
    Object.keys((JSON.parse(read(`${folder}/package.json`)) as { scripts?: object }).scripts ?? {}),
  ),
);

/** Commands in code blocks and in code words: `npm test`, `npm run check`. */
const commandsIn = (text: string) =>
  [...text.matchAll(/npm (?:run )?([a-z][a-z0-9:-]*)/g)].map(([whole = '', name = '']) => ({ whole, name }));

it('the command that the README gives for the tests is the one that the build server runs', () => {
  expect(read('README.md')).toMatch(/^\s*(\$ )?npm test\b|`npm test`/m);
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm test');
});

it.each(['README.md', 'CONTRIBUTING.md'])('every command in %s exists', (file) => {
  const builtin = new Set(['ci', 'install', 'test', 'start']);
  const unknown = commandsIn(read(file)).filter(
    ({ whole, name }) => !scripts.has(name) && (whole.includes('run ') || !builtin.has(name)),
  );
  expect(unknown).toEqual([]);
});

it('the contributor guide is short enough to be read', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(121);
});
