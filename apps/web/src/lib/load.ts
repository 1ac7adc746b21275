import type { ContentSource } from '@jena/content';
import type { Language } from '@jena/shared/kernel';
import { matchRoute } from './match.ts';
import type { Area, PageModule, Params, RouteDef } from './page.ts';

/** A page that is ready to be shown. */
export type LoadedPage = {
  path: string;
  area: Area;
  params: Params;
  module: PageModule<unknown>;
  data: unknown;
  found: boolean;
};

export type LoadRequest = {
  routes: readonly RouteDef[];
  notFound: RouteDef;
  path: string;
  language: Language;
  content: ContentSource;
  /** Data that came with the prerendered page; saves asking the content store. */
  embedded?: unknown;
};

/** Loads the code, the words and the public data of the page at a path. A path nobody knows gives the not-found page. */
export async function loadPage(request: LoadRequest): Promise<LoadedPage> {
  const match = matchRoute(request.routes, request.path);
  if (!match) return load(request, request.notFound, {}, false);
  const page = await load(request, match.route, match.params, true);
  return page.module.data && page.data === undefined ? load(request, request.notFound, {}, false) : page;
}

async function load(
  request: LoadRequest,
  route: RouteDef,
  params: Params,
  found: boolean,
): Promise<LoadedPage> {
  const { language, content, path } = request;
  const module = (await route.load()) as unknown as PageModule<unknown>;
  const [data] = await Promise.all([
    request.embedded ?? module.data?.({ params, language, content }),
    ...module.copies.map((copy) => copy.load(language)),
  ]);
  return { path, area: route.area, params, module, data, found };
}
