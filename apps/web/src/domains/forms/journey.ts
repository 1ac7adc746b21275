import { nextPage, validatePage } from '@jena/shared/forms';
import { paths } from '../../lib/paths.ts';
import type { FormDraft } from './draft-session.ts';
import { contextOf, type FormData } from './form-data.ts';
import { fieldId } from './words.ts';

const mark = 'aendern';

/** Where „Ändern“ on the review leads: the question itself, and back to the review afterwards. */
export function changeAddress(slug: string, page: string, path: string): string {
  return `${paths.form(slug, page)}?${mark}=1#${fieldId(path)}`;
}

export function cameFromReview(): boolean {
  return typeof location !== 'undefined' && new URLSearchParams(location.search).has(mark);
}

type Step = { data: FormData; draft: FormDraft; pageId: string; toReview: boolean };

/**
 * Where „Weiter“ leads. After a change on the way back to the review, pages that the change opened and that
 * still lack answers come first.
 */
export function nextAddress({ data, draft, pageId, toReview }: Step): string {
  const { form, service } = data;
  const context = contextOf(data, draft.files);
  let next = nextPage(form, pageId, draft.answers, context);
  if (!toReview) return next ? paths.form(service.slug, next.id) : paths.formReview(service.slug);
  while (next && validatePage(form, next.id, draft.answers, context).problems.length === 0) {
    next = nextPage(form, next.id, draft.answers, context);
  }
  return next ? `${paths.form(service.slug, next.id)}?${mark}=1` : paths.formReview(service.slug);
}
