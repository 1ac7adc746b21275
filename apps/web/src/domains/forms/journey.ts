import { nextPage, reachablePages, validatePage } from '@jena/shared/forms';
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

/** The pages that the person last saw on the review; what a change opens beyond them is new to them. */
let reviewed: ReadonlySet<string> | undefined;

export function rememberReviewed(pages: readonly string[]): void {
  reviewed = new Set(pages);
}

/** True once the person's other devices have it too. */
export function isInAccount({ server }: Pick<FormDraft, 'server'>): boolean {
  return server !== undefined && server.revision > 0;
}

type Step = { data: FormData; draft: FormDraft; pageId: string; toReview: boolean };

/** Where „Weiter“ leads. On the way back to the review, pages that the change opened come first. */
export function nextAddress({ data, draft, pageId, toReview }: Step): string {
  const { form, service } = data;
  const context = contextOf(data, draft.files);
  if (!toReview) {
    const next = nextPage(form, pageId, draft.answers, context);
    return next ? paths.form(service.slug, next.id) : paths.formReview(service.slug);
  }
  const opened = reachablePages(form, draft.answers, context).find(
    (page) =>
      reviewed !== undefined &&
      !reviewed.has(page.id) &&
      validatePage(form, page.id, draft.answers, context).problems.length > 0,
  );
  return opened ? `${paths.form(service.slug, opened.id)}?${mark}=1` : paths.formReview(service.slug);
}
