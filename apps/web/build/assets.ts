import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Chunk = { file: string; css?: string[]; imports?: string[] };
export type BuildManifest = Record<string, Chunk>;

export async function readBuildManifest(dist: string): Promise<BuildManifest> {
  return JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as BuildManifest;
}

/** All scripts and styles that the given source files need at once, each named once, without those of `have`. */
export function assetsOf(manifest: BuildManifest, sources: readonly string[], have: readonly string[] = []) {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const seen = new Set<string>(have);
  function visit(key: string): void {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  }
  for (const source of sources) visit(source);
  return { scripts: [...scripts], styles: [...styles], seen: [...seen] };
}
