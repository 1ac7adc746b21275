import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadAppCopies, nameDocument, notFoundRoute } from './frame.ts';
import { createContentSource } from './lib/content.ts';
import { readEmbedded } from './lib/embedded.ts';
import { loadPage } from './lib/load.ts';
import { splitPath } from './lib/paths.ts';
import { routes } from './routes.tsx';
import { afterStart } from './start.ts';

async function start(): Promise<void> {
  const { language, path } = splitPath(location.pathname);
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  const embedded = await readEmbedded();
  const prerendered = embedded?.path === path;
  const content = createContentSource(language);
  const request = { routes, notFound: notFoundRoute, path, language, content };
  const [page] = await Promise.all([
    loadPage(prerendered ? { ...request, embedded: embedded.data } : request),
    loadAppCopies(language),
  ]);
  const app = (
    <StrictMode>
      <App initial={page} language={language} content={content} />
    </StrictMode>
  );
  // The words stand already: take them over in small slices, so that a slow phone answers a tap meanwhile.
  if (prerendered) startTransition(() => void hydrateRoot(root, app));
  else {
    nameDocument(page, language);
    createRoot(root).render(app);
  }
  afterStart(language);
}

void start();
