import { readyLanguages } from '@jena/shared/kernel';
import { localPath } from '../src/lib/paths.ts';

/** All public addresses, one entry a path with its address in each language. The server makes `/sitemap.xml` of it. */
export function sitemap(paths: readonly string[]): { path: string; languages: Record<string, string> }[] {
  return paths.map((path) => ({
    path,
    languages: Object.fromEntries(readyLanguages.map((language) => [language, localPath(language, path)])),
  }));
}
