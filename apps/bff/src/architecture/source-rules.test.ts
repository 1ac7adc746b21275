import { expect, it } from 'vitest';
import { sourceFiles } from './source.ts';

const longest = 350;

it('no file is longer than a person reads at once', () => {
  const files = sourceFiles('', ['.ts', '.tsx', '.js', '.mjs', '.css', '.html', '.md']);
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > longest);
  expect(long).toEqual([]);
});

it('tests replace no module and leave no setting behind: all files of a worker share their modules', () => {
  const replacing = sourceFiles('apps/bff/src')
    .filter(({ path }) => !path.includes('/architecture/'))
    .filter(({ text }) => /\bvi\.(mock|doMock|stubEnv|stubGlobal|useFakeTimers)\(/.test(text));
  expect(replacing.map(({ path }) => path)).toEqual([]);
});

it('rows are never locked by hand: SQLite has no such thing, and one transaction at a time needs none', () => {
  const locked = sourceFiles('apps/bff/src')
    .filter(({ path }) => !path.includes('/architecture/'))
    .filter(({ text }) => /\.for\(\s*['"`](update|share|no key update|key share)/.test(text));
  expect(locked.map(({ path }) => path)).toEqual([]);
});

it('SQL that differs between dialects stands in one file', () => {
  const dialectWords = /\b(ilike|pg_[a-z_]+\(|json_extract|jsonb_[a-z_]+\(|strftime\(|skip locked)\b/i;
  const elsewhere = sourceFiles('apps/bff/src')
    .filter(({ path }) => !/\/(architecture|testing)\/|db\/(sql|postgres|sqlite)\.ts$|\.test\.ts$/.test(path))
    .filter(({ text }) => dialectWords.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
});

it('time, ids and settings come from the dependencies, not from the air', () => {
  const fromTheAir = /\b(Date\.now\(\)|new Date\(\)|Math\.random\(\)|process\.env)\b/;
  const mayAsk = new Set([
    'apps/bff/src/main.ts',
    'apps/bff/src/platform/clock.ts',
    'apps/bff/src/platform/log.ts',
    'apps/bff/src/platform/job-runner.ts',
  ]);
  const asking = sourceFiles('apps/bff/src')
    .filter(({ path }) => !/\/(architecture|testing|commands|adapters)\/|\.(test|testkit)\.ts$/.test(path))
    .filter(({ path, text }) => !mayAsk.has(path) && fromTheAir.test(text));
  expect(asking.map(({ path }) => path)).toEqual([]);
});
