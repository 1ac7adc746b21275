import { createSearchIndex, type SearchHit, search } from '@jena/content/search';
import type { Language } from '@jena/shared/kernel';
import { createContentSource } from '../../../lib/content.ts';

export type Search = (query: string) => SearchHit[];

/** Builds the index from the content on the phone; a few milliseconds for the whole catalogue. Its own chunk. */
export async function loadSearch(language: Language): Promise<Search> {
  const content = createContentSource(language);
  const [services, guides, offices] = await Promise.all([
    content.bundle('services'),
    content.bundle('guides'),
    content.bundle('offices'),
  ]);
  const index = createSearchIndex({ services, guides, offices }, language);
  return (query) => search(index, query, 8);
}
