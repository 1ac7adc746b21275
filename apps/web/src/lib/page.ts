import type { ContentSource } from '@jena/content';
import type { Language } from '@jena/shared/kernel';
import type { ComponentType } from 'react';
import type { CopyHandle } from './copy.ts';

export type Params = Readonly<Record<string, string>>;
export type LoadContext = { params: Params; language: Language; content: ContentSource };

/**
 * What a page file exports. The router loads the module, its copy and its data, then shows it;
 * the build does the same to prerender public pages.
 */
export type PageModule<Data = unknown> = {
  Page: ComponentType<{ data: Data; params: Params }>;
  /** Copy that must be there before the page renders. */
  copies: readonly CopyHandle[];
  /** Document title, without the product's name. */
  title: (page: { data: Data; params: Params; language: Language }) => string;
  description?: (page: { data: Data; params: Params; language: Language }) => string;
  /** Public content of the page; `undefined` means not found. Keep it small: prerendered pages carry it. */
  data?: (context: LoadContext) => Promise<Data | undefined>;
};

export type Area = 'start' | 'services' | 'cases' | 'inbox' | 'account';

export type RouteDef = {
  /** Pattern without language, e.g. `/dienste/:slug`. */
  path: string;
  /** What a fixed path stands for, as a pattern would have read it from the address. */
  params?: Params;
  /** Which entry of the navigation it belongs to. */
  area: Area;
  load: () => Promise<PageModule<never>>;
  /** Public pages are prerendered: the paths to write, e.g. one for each service. */
  staticPaths?: (content: ContentSource) => Promise<string[]>;
};

/** Keeps the page's data type while fitting the common list. */
export function definePage<Data>(page: PageModule<Data>): PageModule<never> {
  return page as unknown as PageModule<never>;
}
