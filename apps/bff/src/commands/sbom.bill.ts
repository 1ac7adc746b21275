import { randomUUID } from 'node:crypto';

/** What the lock file says of one package (npm lockfileVersion 3), as far as a bill of materials needs it. */
export type Locked = {
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};
export type Lock = { version: string; packages: Record<string, Locked> };

/** What runs in production; the sandbox and the journeys do not. */
const inProduction = ['apps/bff', 'apps/web', 'packages/shared', 'packages/content'];

const nameAt = (place: string, { name }: Locked) =>
  name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where Node finds a package that stands at `from`: beside it, or beside one of those it lies in. */
function placeOf({ packages }: Lock, from: string, name: string): string | undefined {
  for (let folder: string | undefined = from; folder !== undefined; folder = parentOf(folder)) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
  }
  return undefined;
}
function parentOf(folder: string): string | undefined {
  if (folder === '') return undefined;
  const end = Math.max(folder.lastIndexOf('/node_modules/'), folder.lastIndexOf('/packages/'));
  return end === -1 ? '' : folder.slice(0, end);
}

/** Everything that production loads, by its place in the lock file, with the places of what it needs. */
export function productionGraph(lock: Lock): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  const waiting = inProduction.filter((place) => lock.packages[place] !== undefined);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (graph.has(place)) continue;
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[place] ?? {};
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    const needs = names.flatMap((name) => placeOf(lock, place, name) ?? []);
    // A link stands for the workspace that it leads to.
    const real = needs.map((need) =>
      lock.packages[need]?.link ? (lock.packages[need].resolved ?? need) : need,
    );
    graph.set(place, real);
    waiting.push(...real);
  }
  return graph;
}

/** `sha512-…` in base64 as CycloneDX writes it. */
function hashesOf(integrity: string | undefined) {
  const [, content] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return content
    ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] }
    : {};
}

const refOf = (place: string, locked: Locked) => `${nameAt(place, locked)}@${locked.version ?? '0'}|${place}`;

function componentOf(place: string, locked: Locked) {
  const [name, version = '0'] = [nameAt(place, locked), locked.version];
  const [group, bare = ''] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library' as const,
    'bom-ref': refOf(place, locked),
    ...(group && { group }),
    name: bare,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...hashesOf(locked.integrity),
    ...(locked.license && { licenses: [{ expression: locked.license }] }),
    ...(locked.resolved?.startsWith('https://') && {
      externalReferences: [{ type: 'distribution', url: locked.resolved }],
    }),
  };
}

/** The bill of materials of what runs in production, as CycloneDX 1.6 (JSON). */
export function billOfMaterials(lock: Lock, at: Date) {
  const graph = productionGraph(lock);
  const places = [...graph.keys()].sort();
  const locked = (place: string) => lock.packages[place] ?? {};
  const root = `jena@${lock.version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: at.toISOString(),
      lifecycles: [{ phase: 'build' }],
      component: { type: 'application', 'bom-ref': root, name: 'jena', version: lock.version },
    },
    components: places.map((place) => componentOf(place, locked(place))),
    dependencies: [
      { ref: root, dependsOn: inProduction.map((place) => refOf(place, locked(place))) },
      ...places.map((place) => ({
        ref: refOf(place, locked(place)),
        dependsOn: [...new Set((graph.get(place) ?? []).map((need) => refOf(need, locked(need))))],
      })),
    ],
  };
}
