import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readyLanguages } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { projectRoot, sourceFiles } from './source.ts';

const declared = sourceFiles('packages/shared/src')
  .filter(({ path }) => /^packages\/shared\/src\/[^/]+\/errors\.ts$/.test(path) && !path.includes('/kernel/'))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/defineError\(\s*'([^']+)'/g)].map((match) => ({
      code: match[1] ?? '',
      domain: path.split('/')[3] ?? '',
    })),
  );

/** What the phone says by itself, without having asked the server: `platform.offline`, and what its own code declares or throws. */
const ofTheClient = [
  'platform.offline',
  ...sourceFiles('apps/web/src')
    .filter(({ path }) => !/\.test\.tsx?$|\/testing\.tsx?$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/\b(?:defineError|refused)\(\s*'([a-z]+\.[a-z_]+)'/g)])
    .map(([, code = '']) => code),
];

describe('error codes', () => {
  it('are there, are unique and carry their domain’s name', () => {
    expect(declared.length).toBeGreaterThan(20);
    const codes = declared.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(declared.filter(({ code, domain }) => !code.startsWith(`${domain}.`))).toEqual([]);
  });

  const read = async (language: string) => {
    const file = join(projectRoot, `apps/web/src/lib/errors.copy.${language}.ts`);
    expect(existsSync(file)).toBe(true);
    return ((await import(pathToFileURL(file).href)) as { copy: Record<string, string> }).copy;
  };

  it('are found where the phone alone knows them', () => {
    expect(ofTheClient).toEqual(
      expect.arrayContaining(['platform.storage_full', 'platform.storage_unavailable', 'platform.file_lost']),
    );
  });

  it.each(readyLanguages)('all have a sentence in %s', async (language) => {
    const copy = await read(language);
    const codes = [...declared.map(({ code }) => code), ...ofTheClient];
    expect(codes.filter((code) => (copy[code] ?? '').trim().length < 10)).toEqual([]);
  });

  it('have the same sentences in every language, and none for a code that is gone', async () => {
    const [first, ...others] = await Promise.all(readyLanguages.map(read));
    for (const other of others) expect(Object.keys(other).sort()).toEqual(Object.keys(first ?? {}).sort());
    const known = new Set([...declared.map(({ code }) => code), ...ofTheClient]);
    expect(Object.keys(first ?? {}).filter((code) => !known.has(code))).toEqual([]);
  });
});
