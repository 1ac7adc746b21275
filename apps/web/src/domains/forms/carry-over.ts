import { fingerprint, joinAside, migrateDraft } from '@jena/shared/forms';
import type { Language } from '@jena/shared/kernel';
import type { FormDraft } from './draft-session.ts';
import type { FormData } from './form-data.ts';

/**
 * A draft in another language, or of another version of its form: every answer is kept, and what changed is named until
 * the person has seen it. Loaded only then.
 */
export function carryOver(stored: FormDraft, data: FormData, language: Language): FormDraft {
  const now = { formVersion: data.form.version, fingerprint: fingerprint(data.form, language), language };
  if (stored.formVersion === data.form.version) return { ...stored, ...now };
  const filled = Object.keys(stored.files).filter((name) => (stored.files[name] ?? []).length > 0);
  const migration = migrateDraft(stored.fingerprint, data.form, stored.answers, filled);
  const known = data.form.pages.some((page) => page.id === stored.page);
  return {
    ...stored,
    ...now,
    page: known ? stored.page : (data.form.pages[0]?.id ?? ''),
    answers: migration.answers,
    changed: [...(stored.changed ?? []), ...migration.changed],
    aside: joinAside(stored.aside, migration.aside, stored.formVersion),
  };
}
