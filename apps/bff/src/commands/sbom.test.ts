import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billOfMaterials, type Lock, productionGraph } from './sbom.bill.ts';

const root = resolve(import.meta.dirname, '../../../..');
const json = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
const lock = json<Lock>('package-lock.json');
const bill = billOfMaterials(lock, new Date('2026-11-26T12:00:00Z'));

/** What the schema of CycloneDX 1.6 requires and restricts, of the fields that we write. Strict: nothing else stands there. */
const licence = z.strictObject({ expression: z.string().min(1) });
const component = z.strictObject({
  type: z.enum(['library', 'application']),
  'bom-ref': z.string().min(1),
  group: z.string().optional(),
  name: z.string().min(1),
  version: z.string().min(1),
  purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/),
  hashes: z
    .array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[a-f0-9]{128}$/) }))
    .optional(),
  licenses: z.array(licence).max(1).optional(),
  externalReferences: z.array(z.strictObject({ type: z.literal('distribution'), url: z.url() })).optional(),
});
const cyclonedx = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  version: z.int().min(1),
  metadata: z.strictObject({
    timestamp: z.iso.datetime(),
    lifecycles: z.array(z.strictObject({ phase: z.literal('build') })),
    component: z.strictObject({
      type: z.literal('application'),
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
    }),
  }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the bill of materials', () => {
  it('is what CycloneDX 1.6 asks for, and names each thing once', () => {
    const { components, dependencies, metadata } = cyclonedx.parse(bill);
    const refs = components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, metadata.component['bom-ref']]);
    expect(
      dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
    ).toEqual([]);
    expect(new Set(dependencies.map(({ ref }) => ref))).toEqual(known);
  });

  it('lists every dependency that our own packages name for production, in its locked version', () => {
    const named = ['apps/bff', 'apps/web', 'packages/shared', 'packages/content'].flatMap((folder) =>
      Object.entries(
        json<{ dependencies?: Record<string, string> }>(join(folder, 'package.json')).dependencies ?? {},
      ),
    );
    const listed = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl)));
    const missing = named.filter(
      ([name, version]) => version !== '*' && !listed.has(`pkg:npm/${name}@${version}`),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it('lists whatever of those needs, too: each need is either there or one that the lock file leaves out', () => {
    const graph = productionGraph(lock);
    const at = (place: string) => lock.packages[place] ?? {};
    const lost = [...graph].flatMap(([place, needs]) =>
      Object.keys(at(place).dependencies ?? {})
        .filter(
          (name) => !needs.some((need) => need.endsWith(`node_modules/${name}`) || at(need).name === name),
        )
        .map((name) => `${place} needs ${name}`),
    );
    expect(lost).toEqual([]);
    expect([...graph.values()].flat().filter((need) => !graph.has(need))).toEqual([]);
  });

  it('holds the checksum of everything that comes from outside', () => {
    const bare = bill.components.filter(
      ({ hashes, purl }) => !hashes && !purl.startsWith('pkg:npm/%40jena/'),
    );
    expect(bare).toEqual([]);
  });

  it('finds what lies within another package, before what lies beside it', () => {
    const packages = {
      'apps/bff': { name: '@x/bff', version: '1.0.0', dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1' } },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/a/node_modules/b': { version: '1.0.0' },
      'node_modules/only-for-development': { version: '1.0.0' },
    };
    const graph = productionGraph({ version: '1', packages });
    expect([...graph.keys()].sort()).toEqual(['apps/bff', 'node_modules/a', 'node_modules/a/node_modules/b']);
  });
});
