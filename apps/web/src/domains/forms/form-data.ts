import { type Bundles, type ContentSource, type FormBundle, formBundle } from '@jena/content';
import type { AttachedFile, CodeLists, FormContext } from '@jena/shared/forms';
import { cityTime } from '@jena/shared/kernel';

export type FormData = FormBundle;

/** The newest form of a service; undefined when the catalogue knows no such service or it has no form. */
export async function loadFormData(
  content: ContentSource,
  slug: string | undefined,
): Promise<FormData | undefined> {
  const alone = slug === undefined ? undefined : await content.form?.(slug);
  if (alone) return alone;
  const [services, forms] = await Promise.all([content.bundle('services'), content.bundle('forms')]);
  return formBundle(services, forms, slug) ?? bundleForm(content, slug, forms);
}

/**
 * The form of a case: the version with which it was handed in, so that everybody reads exactly what was asked then. Where
 * nobody has that any more, the newest.
 */
export async function loadFormAt(
  content: ContentSource,
  slug: string,
  version: number,
): Promise<FormData | undefined> {
  const newest = await loadFormData(content, slug);
  if (!newest || newest.form.version === version) return newest;
  return (await content.olderForm?.(newest.form.slug, version)) ?? newest;
}

/** The one form of a life event that asks for several services. */
async function bundleForm(
  content: ContentSource,
  slug: string | undefined,
  { streets, countries, kitas }: Bundles['forms'],
): Promise<FormData | undefined> {
  const { bundles } = await content.bundle('serviceBundles');
  const found = bundles.find(({ service }) => service.slug === slug);
  return found && { ...found, streets, countries, kitas };
}

const lists = new WeakMap<FormData, CodeLists>();

/** What the rules need besides the answers, as of now. */
export function contextOf(
  data: FormData,
  files: Readonly<Record<string, readonly AttachedFile[]>>,
): FormContext {
  let codeLists = lists.get(data);
  if (!codeLists) {
    codeLists = {
      streets: new Set(data.streets),
      countries: new Set(data.countries.map((country) => country.code)),
      kitas: new Set(data.kitas.map((kita) => kita.code)),
    };
    lists.set(data, codeLists);
  }
  return { today: cityTime(new Date()).day, codeLists, files };
}
