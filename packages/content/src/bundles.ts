import type { Language } from '@jena/shared/kernel';
import type { Bundles } from './bundle.ts';
import { countries } from './countries.ts';
import { localize } from './localize.ts';
import type { Content } from './parse.ts';

/** The six bundles of one language, in a fixed order of items, so that equal content gives equal bytes. */
export function makeBundles(content: Content, language: Language): Bundles {
  const { groups, anchors, topics, lifeEvents } = localize(content.vocabulary, language);
  return {
    services: {
      services: content.services.map(({ keywords, ...service }) => ({
        ...localize(service, language),
        keywords: keywords[language],
      })),
      lifeEvents,
    },
    guides: {
      guides: localize(content.guides, language),
      tasks: localize(content.tasks, language),
      groups,
      anchors,
      topics,
      emergency: content.emergency.map(({ number, text }) => ({ number, text: text[language] })),
    },
    offices: { offices: localize(content.offices, language) },
    kitas: { kitas: localize(content.kitas, language) },
    forms: {
      forms: newestForms(content.forms).map((form) => localize(form, language)),
      streets: content.streets,
      countries: countries(language),
    },
    sources: { sources: content.sources },
  };
}

/** New drafts begin with the newest version of a form; old versions stay on the server for drafts that are under way. */
function newestForms(forms: Content['forms']): Content['forms'] {
  return forms.filter(
    (form) => !forms.some((other) => other.slug === form.slug && other.version > form.version),
  );
}
