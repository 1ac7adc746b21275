import type { CaseBundle } from '@jena/shared/cases';
import { fingerprint, splitBundle, validateForm } from '@jena/shared/forms';
import type { Language } from '@jena/shared/kernel';
import { createContentSource } from '../../lib/content.ts';
import type { StoredFile } from '../../offline/drafts.ts';
import { enqueueBundle } from '../../offline/outbox-bundle.ts';
import type { FormDraft } from './draft-session.ts';
import { contextOf, type FormData } from './form-data.ts';

/**
 * Makes the applications of a bundle and gives them to the outbox, all or none; what waits becomes a draft.
 * @throws when the phone cannot keep them, or a form would refuse what was answered
 */
export async function handInBundle(
  data: FormData,
  draft: FormDraft,
  language: Language,
): Promise<CaseBundle> {
  const content = createContentSource(language);
  const [{ services }, { forms }] = await Promise.all([content.bundle('services'), content.bundle('forms')]);
  const formOf = (slug: string) => {
    const service = services.find((known) => known.slug === slug);
    return forms.find((known) => known.slug === service?.form);
  };
  const context = contextOf(data, draft.files);
  const parts = splitBundle({ parts: data.parts ?? [], form: data.form }, draft, formOf, context);
  const refused = parts.find(
    ({ form, answers, files, waits }) =>
      !waits && validateForm(form, answers, { ...context, files }).problems.length > 0,
  );
  if (refused) throw new Error(`the form of ${refused.service} refuses what the bundle asked`);
  const cargo = parts.map(({ service, form, answers, files, waits }) => ({
    serviceSlug: service,
    formVersion: form.version,
    fingerprint: fingerprint(form, language),
    answers,
    page: form.pages[0]?.id ?? '',
    files: Object.fromEntries(
      Object.entries(files).map(([name, list]): [string, StoredFile[]] => [name, [...list]]),
    ),
    waits,
  }));
  return enqueueBundle(draft, cargo, { language });
}
