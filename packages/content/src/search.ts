import type { Language } from '@jena/shared/kernel';
import MiniSearch from 'minisearch';
import type { Bundles } from './bundle.ts';
import { compoundParts, knownEnds, meaningfulWords, stem, words } from './terms.ts';

export type SearchKind = 'service' | 'bundle' | 'guide' | 'office';
/** `slug` is the id for offices; `summary` is the address for offices. */
export type SearchHit = { kind: SearchKind; slug: string; title: string; summary: string };

type Entry = SearchHit & { keywords: string[]; more: string };
export type SearchIndex = {
  language: Language;
  mini: MiniSearch;
  entries: ReadonlyMap<string, Entry>;
  /** Stems of all titles and keywords; compounds are split by them. */
  known: ReadonlySet<string>;
};

const boosts = { title: 4, keywords: 3, summary: 1, more: 0.4, parts: 0.8 };
/** Services first: most people come to get something done. */
const kindWeight: Record<SearchKind, number> = { service: 1, bundle: 1, guide: 0.7, office: 0.7 };
/** For entries that have exactly the typed words as their title or as one keyword. */
const exactBonus = 2;

/** Builds the index over services, bundles of them, guides and offices of one language; a few milliseconds, no network. */
export function createSearchIndex(
  bundles: Pick<Bundles, 'services' | 'guides' | 'offices'>,
  language: Language,
): SearchIndex {
  const entries = new Map(entriesOf(bundles).map((entry) => [`${entry.kind}:${entry.slug}`, entry] as const));
  const known = new Set<string>();
  for (const { title, keywords } of entries.values()) {
    for (const word of meaningfulWords([title, ...keywords].join(' '), language)) {
      if (word.length >= 3) known.add(stem(word, language));
    }
  }
  const mini = new MiniSearch({
    fields: Object.keys(boosts),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  const stems = (text: string) =>
    meaningfulWords(text, language)
      .map((word) => stem(word, language))
      .join(' ');
  mini.addAll(
    [...entries].map(([id, { title, keywords, summary, more }]) => ({
      id,
      title: stems(title),
      keywords: stems(keywords.join(' ')),
      summary: stems(summary),
      more: stems(more),
      parts: words([title, ...keywords].join(' '))
        .flatMap((word) => compoundParts(word, known, language))
        .join(' '),
    })),
  );
  return { language, mini, entries, known };
}

/** The best hits for what a person typed, best first; forgives typos, missing umlauts, endings and unfinished words. */
export function search(index: SearchIndex, query: string, limit = 10): SearchHit[] {
  const typed = meaningfulWords(query, index.language);
  const phrase = words(query).join(' ');
  const found = new Map<string, { score: number; matched: number }>();
  for (const word of typed) {
    for (const [id, score] of scoresFor(index, word)) {
      const before = found.get(id) ?? { score: 0, matched: 0 };
      found.set(id, { score: before.score + score, matched: before.matched + 1 });
    }
  }
  return [...found]
    .flatMap(([id, { score, matched }]) => {
      const entry = index.entries.get(id);
      if (!entry) return [];
      const exact = [entry.title, ...entry.keywords].some((text) => words(text).join(' ') === phrase);
      const weight = kindWeight[entry.kind] * (matched / typed.length) * (exact ? exactBonus : 1);
      return [{ entry, score: score * weight }];
    })
    .sort((a, b) => b.score - a.score || a.entry.slug.localeCompare(b.entry.slug))
    .slice(0, limit)
    .map(({ entry: { kind, slug, title, summary } }) => ({ kind, slug, title, summary }));
}

/** Scores of all entries for one typed word: as a whole, or by the parts of the compound that it is. */
function scoresFor({ mini, known, language }: SearchIndex, word: string): Map<string, number> {
  const scores = new Map<string, number>();
  const term = stem(word, language);
  const options = { boost: boosts, weights: { fuzzy: 0.3, prefix: 0.5 } };
  for (const hit of mini.search(term, { ...options, prefix: true, fuzzy: tolerance(term) })) {
    scores.set(String(hit.id), hit.score);
  }
  const whole = compoundParts(word, known, language);
  // A guess by half a word must not push aside what the whole word found.
  const parts = whole.length > 0 || scores.size > 0 ? whole : knownEnds(word, known, language);
  const weight = whole.length > 0 ? 0.5 : 0.25;
  for (const hit of parts.length > 0 ? mini.search(parts.join(' '), options) : []) {
    const share = new Set(hit.queryTerms).size / parts.length;
    const score = hit.score * share * weight;
    scores.set(String(hit.id), Math.max(scores.get(String(hit.id)) ?? 0, score));
  }
  return scores;
}

/** How many letters may be wrong: none in short words, at most two. */
function tolerance(term: string): number {
  if (term.length <= 3) return 0;
  return term.length <= 6 ? 1 : 2;
}

function entriesOf({ services, guides, offices }: Pick<Bundles, 'services' | 'guides' | 'offices'>): Entry[] {
  const taskTitles = new Map(guides.tasks.map((task) => [task.id, task.title]));
  return [
    ...services.services.map(
      ({ slug, title, summary, keywords, lifeEvents }): Entry => ({
        kind: 'service',
        slug,
        title,
        summary,
        keywords,
        more: lifeEvents.map((code) => services.lifeEvents[code] ?? '').join(' '),
      }),
    ),
    ...services.bundles.map(
      ({ slug, title, summary, keywords, lifeEvent }): Entry => ({
        kind: 'bundle',
        slug,
        title,
        summary,
        keywords,
        more: services.lifeEvents[lifeEvent] ?? '',
      }),
    ),
    ...guides.guides.map(
      ({ slug, title, summary, topics, tasks, keywords = [] }): Entry => ({
        kind: 'guide',
        slug,
        title,
        summary,
        keywords,
        more: [...topics.map((code) => guides.topics[code]), ...tasks.map((id) => taskTitles.get(id))].join(
          ' ',
        ),
      }),
    ),
    ...offices.offices.map(
      ({ id, name, address, notes, keywords = [] }): Entry => ({
        kind: 'office',
        slug: id,
        title: name,
        summary: [address.street, [address.postcode, address.town].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(', '),
        keywords,
        more: notes ?? '',
      }),
    ),
  ];
}
