import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContentSource } from '@jena/content';
import { loadBundles } from '@jena/content/server';
import { type Language, readyLanguages } from '@jena/shared/kernel';
import { build, type Plugin } from 'vite';
import type * as Server from '../src/entry-server.tsx';
import { localPath } from '../src/lib/paths.ts';
import { assetsOf, type BuildManifest, readBuildManifest } from './assets.ts';
import { copyContent } from './copy-content.ts';
import { fillDocument } from './document.ts';
import { inlineStyles } from './inline-styles.ts';
import { scriptsLast } from './scripts-last.ts';
import { sitemap } from './sitemap.ts';

/** After the client build: draws every public page in every language, and the bare shell that works offline. */
export function prerender(root: string): Plugin {
  const dist = resolve(root, 'dist');
  let written = false;
  return {
    name: 'jena:prerender',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle() {
      written = true;
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        // A failed build closes too: then there is nothing to draw, and its own error must be seen.
        if (!written) return;
        const serverDir = resolve(root, 'dist-server');
        await build({
          root,
          configFile: resolve(root, 'vite.config.ts'),
          logLevel: 'warn',
          build: { ssr: resolve(root, 'src/entry-server.tsx'), copyPublicDir: false },
        });
        const entry = pathToFileURL(join(serverDir, 'entry-server.js')).href;
        const server = (await import(entry)) as typeof Server;
        await writePages(server, dist);
        await copyContent(dist);
        await rm(serverDir, { recursive: true });
      },
    },
  };
}

/** The built catalogue as the pages read it. */
function contentOf(language: Language): ContentSource {
  const bundles = loadBundles(language);
  return { bundle: async (name) => bundles[name] };
}

async function writePages(server: typeof Server, dist: string): Promise<void> {
  const template = await readFile(join(dist, 'index.html'), 'utf8');
  const manifest = await readBuildManifest(dist);
  const entry = assetsOf(manifest, ['index.html']);
  let paths: string[] = [];
  for (const language of readyLanguages) {
    const content = contentOf(language);
    paths = await server.publicPaths(content);
    for (const path of paths) {
      const page = await server.renderPage(path, language, content).catch((error: unknown) => {
        throw new Error(`could not draw ${localPath(language, path)}`, { cause: error });
      });
      await write(dist, localPath(language, path), {
        template,
        page,
        path,
        language,
        assets: assetsOf(manifest, neededBy(page.file, language, manifest), entry.seen),
        data: await dataBlock(server, dist, JSON.stringify({ path, data: page.data })),
      });
    }
    const shell = await server.renderShell(language, content);
    const shellFile = language === 'de' ? '/_shell.html' : `/${language}/_shell.html`;
    const assets = assetsOf(manifest, neededBy(undefined, language, manifest), entry.seen);
    await write(dist, shellFile, { template, page: shell, path: undefined, language, assets, data: '' });
  }
  await writeFile(join(dist, 'sitemap.json'), JSON.stringify(sitemap(paths)));
}

/** Bytes of data above which a page would no longer fit into the first flight of packets (14.6 kB) beside its words. */
const longestInside = 8_000;

/** The data that a page was drawn from: in the page, or in a file that travels with its scripts. */
async function dataBlock(server: typeof Server, dist: string, json: string): Promise<string> {
  if (json.length <= longestInside) return server.embeddedBlock(json);
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 8);
  const address = `/assets/page-${hash}.json`;
  await writeFile(join(dist, address), json);
  return `${server.embeddedFile(address)}<link data-later as="fetch" crossorigin href="${address}">`;
}

/** The page itself and the words it is written in: the shell's and its domain's. */
function neededBy(file: string | undefined, language: string, manifest: BuildManifest): string[] {
  const domain = file && /^src\/domains\/[^/]+/.exec(file)?.[0];
  const wanted = [file, `src/shell/copy.${language}.ts`, domain && `${domain}/copy.${language}.ts`];
  return wanted.filter((source): source is string => source !== undefined && source in manifest);
}

type PageToWrite = {
  template: string;
  page: Server.RenderedPage;
  path: string | undefined;
  language: string;
  assets: { scripts: string[]; styles: string[] };
  data: string;
};

async function write(
  dist: string,
  address: string,
  { template, page, path, language, assets, data }: PageToWrite,
) {
  const file = address.endsWith('.html') ? join(dist, address) : join(dist, address, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  const html = fillDocument(template, {
    language,
    dir: page.dir,
    title: page.title,
    description: page.description,
    robots: path === undefined ? 'noindex' : 'index',
    scripts: assets.scripts,
    styles: assets.styles,
    html: page.html,
    data,
  });
  const styled = inlineStyles(html, dist);
  // The shell has no words of its own: it waits for its script.
  await writeFile(file, path === undefined ? styled : scriptsLast(styled));
}
