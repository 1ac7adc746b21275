import { existsSync, readFileSync, statSync, watch } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, resolve } from 'node:path';
import { contentChanges } from './changes.ts';
import { loadContent, type RawContent } from './load.ts';
import { type Content, parseContent } from './parse.ts';
import { previewPage } from './preview.page.ts';
import { validateContent } from './validate.ts';
import { writeBundles } from './write.ts';

export type PreviewOptions = {
  /** The built app. */
  app: string;
  /** The files that are being edited. */
  data: string;
  /** Where to put what phones download; emptied. */
  work: string;
  port: number;
  /** What the files are compared with. */
  before: Content;
};

export type Preview = { origin: string; stop: () => Promise<void> };

/** What stands beside the phone. */
export type PreviewState = {
  forms: { slug: string; title: string }[];
  services: { slug: string; title: string }[];
  changes: ReturnType<typeof contentChanges>;
  problems: string[];
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A phone keeps what it downloaded of the catalogue; here it begins anew with each page. */
const forget = "<script>indexedDB.deleteDatabase('jena-content')</script>";

/**
 * Shows the app with the files that are being edited: on this machine alone, without the city's server, so nothing is
 * sent. Whatever is saved is shown at once, with what is wrong with it and what changed in plain words.
 */
export async function startPreview({ app, data, work, port, before }: PreviewOptions): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let state = make();

  function make(): PreviewState {
    try {
      const { content, problems } = validateContent(loadContent(data));
      const titles = ({ slug, title }: { slug: string; title: { de: string } }) => ({
        slug,
        title: title.de,
      });
      const says = problems.map(({ rule, where, detail }) => `${where}: ${detail} (${rule})`);
      // Bundles are made of forms: while one of these is broken, what was shown before stays.
      if (!problems.some(({ rule }) => rule === 'schema' || rule.startsWith('bundle')))
        writeBundles(content, work);
      return {
        forms: [...content.bundles, ...content.forms].map(titles),
        services: content.services.map(titles),
        changes: contentChanges(before, content, content.released),
        problems: says,
      };
    } catch (error) {
      // Half a file, while it is being typed.
      return { ...(state ?? { forms: [], services: [], changes: [] }), problems: [(error as Error).message] };
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/vorschau/neu') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (pathname === '/vorschau') {
      send(response, '.html', previewPage(state));
      return;
    }
    if (pathname.startsWith('/trpc/') || pathname === '/sw.js') {
      response.writeHead(503).end();
      return;
    }
    if (pathname.startsWith('/content/')) {
      sendFile(response, within(work, pathname.slice('/content/'.length)));
      return;
    }
    if (extname(pathname) !== '') {
      sendFile(response, within(app, pathname.slice(1)));
      return;
    }
    const shell = within(app, /^\/en(\/|$)/.test(pathname) ? 'en/_shell.html' : '_shell.html') ?? '';
    send(response, '.html', readFileSync(shell, 'utf8').replace('<head>', `<head>${forget}`));
  }

  const server = createServer(answer);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(data, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state = make();
      for (const listener of listeners) listener.write('data: neu\n\n');
    }, 150);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address();
  return {
    origin: `http://localhost:${typeof address === 'object' ? address?.port : port}`,
    async stop() {
      clearTimeout(timer);
      watcher.close();
      for (const listener of listeners) listener.end();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The catalogue that files are compared with, whatever is wrong with it. */
export const comparedWith = (raw: RawContent): Content => parseContent(raw).content;

export { contentAt } from './git.ts';
export { dataDirectory } from './load.ts';

/** A file in a folder, and nothing beside it. */
function within(folder: string, path: string): string | undefined {
  const file = resolve(folder, decodeURIComponent(path));
  return file.startsWith(resolve(folder)) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'content-type': types[type] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function sendFile(response: ServerResponse, file: string | undefined): void {
  if (file === undefined) response.writeHead(404).end();
  else send(response, extname(file), readFileSync(file));
}
