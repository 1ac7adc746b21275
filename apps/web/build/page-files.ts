import { relative } from 'node:path';
import type { Plugin } from 'vite';

/** Tells each page of the server build which source file it came from, so that its chunks can be preloaded. */
export function pageFiles(root: string): Plugin {
  return {
    name: 'jena:page-files',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    transform(code, id) {
      if (!id.endsWith('.page.tsx') || !code.includes('export const page')) return null;
      return {
        code: `${code}\nObject.assign(page, { file: ${JSON.stringify(relative(root, id))} });\n`,
        map: null,
      };
    },
  };
}
