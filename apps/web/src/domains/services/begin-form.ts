import { reach } from '@jena/shared/forms';
import type { Language } from '@jena/shared/kernel';
import { createContentSource } from '../../lib/content.ts';
import { paths } from '../../lib/paths.ts';
import { contextOf, loadFormData } from '../forms/form-data.ts';
import { carryIntoDraft } from '../forms/use-draft.ts';

/**
 * Writes what the pre-check knows into the form's draft. Returns the address of the first page that still asks something.
 * @throws when the phone cannot keep it
 */
export async function beginForm(
  slug: string,
  language: Language,
  fills: Record<string, string>,
): Promise<string> {
  const data = await loadFormData(createContentSource(language), slug);
  if (!data) return paths.service(slug);
  const answers = await carryIntoDraft(data, language, fills);
  const { pages } = reach(data.form, answers, contextOf(data, {}));
  const open = pages.find(({ fields }) => fields.some(({ answer }) => answer === undefined)) ?? pages[0];
  return paths.form(slug, open?.page.id);
}
