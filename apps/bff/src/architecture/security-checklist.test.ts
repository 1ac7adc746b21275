import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './source.ts';

const inProject = (path: string) => join(projectRoot, path);
const read = (path: string) => readFileSync(inProject(path), 'utf8');

const requirement = z.discriminatedUnion('met', [
  z.strictObject({ met: z.literal('test'), proof: z.string() }).extend(about()),
  z.strictObject({ met: z.literal('document'), proof: z.string() }).extend(about()),
  z.strictObject({ met: z.literal('not_applicable') }).extend({ ...about(), note: z.string().min(10) }),
  z.strictObject({ met: z.literal('open') }).extend({ ...about(), note: z.string().min(20) }),
]);
function about() {
  return {
    id: z.string().regex(/^V\d+\.\d+\.\d+$/),
    level: z.number().int().min(1).max(3),
    note: z.string().optional(),
  };
}
const checklist = z.object({ requirements: z.array(requirement) });
const { requirements } = checklist.parse(JSON.parse(read('security/asvs.json')));

/** Headings of a document as the addresses that links use. */
const headings = (path: string) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));

/** What is wrong with a place that a requirement or a promise names; undefined when it is there. */
function faultOf(proof: string): string | undefined {
  const [path = '', anchor] = proof.split('#');
  if (!existsSync(inProject(path))) return `${path} does not exist`;
  if (anchor !== undefined && !headings(path).includes(anchor)) return `${path} has no section ${anchor}`;
  return undefined;
}

it('every requirement of ASVS 5.0 at level 1 and 2 stands in the checklist, once', () => {
  const ids = requirements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // 70 requirements of level 1 and 183 of level 2, as counted in the standard's own list.
  const count = (level: number) => requirements.filter((one) => one.level === level).length;
  expect([count(1), count(2)]).toEqual([70, 183]);
  expect(count(3)).toBeGreaterThanOrEqual(25);
});

it('whatever a requirement rests on is there', () => {
  const faults = requirements.flatMap((one) => {
    if (one.met !== 'test' && one.met !== 'document') return [];
    const fault =
      one.met === 'test' && !/\.(test|spec)\.tsx?$/.test(one.proof) ? 'is no test' : faultOf(one.proof);
    return fault ? [`${one.id}: ${fault}`] : [];
  });
  expect(faults).toEqual([]);
});

it('every promise in SECURITY.md names a test that is there', () => {
  const promises = [...read('SECURITY.md').matchAll(/^\| (?!promise|---)(.+?) \| `(.+?)` \|$/gm)];
  expect(promises.length).toBeGreaterThan(10);
  expect(promises.flatMap(([, , test = '']) => faultOf(test) ?? [])).toEqual([]);
});

/** The tests that a document names, by file and title. */
const namedTests = (text: string) =>
  [...text.matchAll(/^\| .+? \| `(\S+\.(?:test|spec)\.tsx?)` \| (.+?) \|$/gm)].map(
    ([, file = '', title = '']) => ({
      file,
      title,
    }),
  );
const missing = ({ file, title }: { file: string; title: string }) =>
  !existsSync(inProject(file)) || !read(file).includes(title);

it.each([
  ['attack', 'docs/security/threat-model.md', 30],
  ['promise', 'docs/security/proof.md', 100],
])('every %s in %s has a test of that name', (_what, document, least) => {
  const named = namedTests(read(document));
  expect(named.length).toBeGreaterThan(least);
  // A row that the pattern does not know would be a row that nobody checks.
  const rows = read(document).match(/^\| .+ \| `\S+\.(test|spec)\.\w+`/gm) ?? [];
  expect(named.length).toBe(rows.length);
  expect(named.filter(missing)).toEqual([]);
});

it('whatever the proof says is measured has its measure', () => {
  const measures = [...read('docs/security/proof.md').matchAll(/`npm run bench -- (\S+)`/g)];
  expect(measures.length).toBeGreaterThanOrEqual(3);
  for (const [, name] of measures) expect(existsSync(inProject(`bench/${name}.ts`)), name).toBe(true);
});

it('notices a test that is not there', () => {
  const [row] = namedTests('| an attack | `apps/bff/src/calls.test.ts` | no test is called so |');
  expect(row && missing(row)).toBe(true);
});

it('notices a place that is not there', () => {
  expect(faultOf('docs/security/controls.md#no-such-section')).toContain('has no section');
  expect(faultOf('apps/bff/src/no-such.test.ts')).toContain('does not exist');
});
