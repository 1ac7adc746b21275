import type { Bundles, FormBundle, LocalForm } from './bundle.ts';

/** The newest form of a service and the lists that its questions choose from; undefined when it has none. */
export function formBundle(
  { services }: Bundles['services'],
  { forms, streets, countries, kitas }: Bundles['forms'],
  slug: string | undefined,
): FormBundle | undefined {
  const service = services.find((known) => known.slug === slug);
  const form = forms.find((known) => known.slug === service?.form);
  if (!service || !form) return undefined;
  const used = codeListsOf(form);
  return {
    service,
    form,
    streets: used.has('streets') ? streets : [],
    countries: used.has('countries') ? countries : [],
    kitas: used.has('kitas') ? kitas : [],
  };
}

function codeListsOf({ pages }: LocalForm): ReadonlySet<string | undefined> {
  const fields = pages.flatMap((page) => page.fields);
  return new Set(
    [...fields, ...fields.flatMap((field) => field.fields ?? [])].map(({ codeList }) => codeList),
  );
}
