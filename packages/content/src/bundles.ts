import type { Language } from '@jena/shared/kernel';
import type { Bundles, Coded, LocalService } from './bundle.ts';
import { countries } from './countries.ts';
import { bundleHeads, localBundles } from './local-bundle.ts';
import { type Localized, localize } from './localize.ts';
import type { Content } from './parse.ts';

/** The bundles of one language, in a fixed order of items, so that equal content gives equal bytes. */
export function makeBundles(content: Content, language: Language): Bundles {
  const { groups, anchors, topics, lifeEvents } = localize(content.vocabulary, language);
  return {
    services: {
      services: content.services.map((service) => listed(service, language)),
      lifeEvents,
      bundles: bundleHeads(content, language),
    },
    guides: {
      guides: content.guides.map((guide) => withKeywords(guide, language)),
      tasks: localize(content.tasks, language),
      groups,
      anchors,
      topics,
      emergency: content.emergency.map(({ number, text }) => ({ number, text: text[language] })),
    },
    offices: { offices: content.offices.map((office) => withKeywords(office, language)) },
    kitas: { kitas: localize(content.kitas, language) },
    forms: {
      forms: newestForms(content.forms).map((form) => localize(form, language)),
      streets: content.streets,
      countries: countries(language),
      kitas: kitaList(content.kitas),
    },
    prechecks: {
      prechecks: Object.fromEntries(
        content.services.flatMap(({ slug, precheck }) =>
          precheck ? [[slug, localize(precheck, language)]] : [],
        ),
      ),
    },
    serviceBundles: { bundles: localBundles(content, language) },
    sources: { sources: content.sources },
  };
}

/** The Kitas that one can ask for; their names are the same in all languages. */
export function kitaList(kitas: Content['kitas']): Coded[] {
  return kitas.map(({ id, name }) => ({ code: id, name })).sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** The pre-check is read by few and lies in a bundle of its own. */
function listed({ precheck, ...service }: Content['services'][number], language: Language): LocalService {
  return { ...withKeywords(service, language), ...(precheck && { hasPrecheck: true as const }) };
}

/** Keywords are lists per language; `localize` only knows texts. */
function withKeywords<T extends { keywords?: Record<Language, string[]> | undefined }>(
  item: T,
  language: Language,
): Omit<Localized<T>, 'keywords'> & { keywords: string[] } {
  const { keywords, ...rest } = item;
  const local = localize(rest, language) as object as Omit<Localized<T>, 'keywords'>;
  return { ...local, keywords: keywords?.[language] ?? [] };
}

/** New drafts begin with the newest version of a form; old versions stay on the server for drafts that are under way. */
function newestForms(forms: Content['forms']): Content['forms'] {
  return forms.filter(
    (form) => !forms.some((other) => other.slug === form.slug && other.version > form.version),
  );
}
