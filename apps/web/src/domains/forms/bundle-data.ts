import type { ContentSource, LocalBundlePart, LocalForm } from '@jena/content';
import type { Condition } from '@jena/shared/forms';

type Question = LocalForm['pages'][number]['fields'][number];

/** What the overview of a bundle shows. Kept small: the prerendered page carries it. */
export type BundleData = {
  slug: string;
  title: string;
  summary: string;
  firstPage: string;
  /** What decides between parts. */
  choice: Pick<Question, 'name' | 'label'> & { options: { value: string; label: string }[] };
  /** Each is a yes or no in the form. */
  ticks: { field: string; label: string; hint?: string; showWhen?: Condition }[];
  parts: Pick<LocalBundlePart, 'id' | 'label' | 'title' | 'when' | 'fee' | 'time'>[];
};

/** The overview of a bundle; undefined when the catalogue knows none of this name. */
export async function loadBundle(
  content: ContentSource,
  slug: string | undefined,
): Promise<BundleData | undefined> {
  const { bundles } = await content.bundle('serviceBundles');
  const found = bundles.find(({ service }) => service.slug === slug);
  if (!found) return undefined;
  const { service, form, parts, overview } = found;
  const questions = new Map(form.pages.flatMap(({ fields }) => fields).map((field) => [field.name, field]));
  const choice = questions.get(overview.choice);
  if (!choice) return undefined;
  return {
    slug: service.slug,
    title: service.title,
    summary: service.summary,
    firstPage: form.pages[0]?.id ?? '',
    choice: {
      name: choice.name,
      label: choice.label,
      options: (choice.options ?? []).map(({ value, label }) => ({ value, label })),
    },
    ticks: overview.ticks.map(({ field, label, hint }) => {
      const { showWhen } = questions.get(field) ?? {};
      return { field, label, ...(hint !== undefined && { hint }), ...(showWhen && { showWhen }) };
    }),
    parts: parts.map(({ id, label, title, when, fee, time }) => ({
      ...{ id, label, title, fee, time },
      ...(when && { when }),
    })),
  };
}
