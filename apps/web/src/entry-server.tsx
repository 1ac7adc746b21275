import type { ContentSource } from '@jena/content';
import { type Language, languages } from '@jena/shared/kernel';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';
import { loadAppCopies, notFoundRoute, productName, shellRoute } from './frame.ts';
import { embeddedBlock, embeddedFile } from './lib/embedded.ts';
import { type LoadedPage, loadPage } from './lib/load.ts';
import type { RouteDef } from './lib/page.ts';
import { routes } from './routes.tsx';

export { embeddedBlock, embeddedFile };

export type RenderedPage = {
  html: string;
  title: string;
  description: string | undefined;
  dir: 'ltr' | 'rtl';
  data: unknown;
  /** Source file of the page, to find its chunks in the build's manifest. */
  file: string | undefined;
};

/** Draws one page of the app as HTML, as the browser would show it first. */
export async function renderPage(
  path: string,
  language: Language,
  content: ContentSource,
): Promise<RenderedPage> {
  return render(routes, path, language, content);
}

/** The frame without a page: what the service worker answers every navigation with when there is no network. */
export async function renderShell(language: Language, content: ContentSource): Promise<RenderedPage> {
  return render([shellRoute], shellRoute.path, language, content);
}

async function render(
  from: readonly RouteDef[],
  path: string,
  language: Language,
  content: ContentSource,
): Promise<RenderedPage> {
  await loadAppCopies(language);
  const page: LoadedPage = await loadPage({ routes: from, notFound: notFoundRoute, path, language, content });
  const html = renderToString(
    <StrictMode>
      <App initial={page} language={language} content={content} />
    </StrictMode>,
  );
  const shown = { data: page.data, params: page.params, language };
  return {
    html,
    title: `${page.module.title(shown)} – ${productName[language]}`,
    description: page.module.description?.(shown),
    dir: languages[language].dir,
    data: page.data,
    file: (page.module as { file?: string }).file,
  };
}

/** All public paths, without language. */
export async function publicPaths(content: ContentSource): Promise<string[]> {
  const lists = await Promise.all(routes.map((route) => route.staticPaths?.(content) ?? []));
  return lists.flat();
}
