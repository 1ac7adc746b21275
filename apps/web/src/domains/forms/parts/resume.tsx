import { type ReactNode, use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { useDrafts } from '../../cases/parts/use-drafts.ts';
import { introCopy } from '../intro.copy.ts';

/** „Weiter, wo Sie waren“, in the place of the beginning. */
export function Resume({ slug, children }: { slug: string; children: ReactNode }) {
  const language = useLanguage();
  const copy = use(introCopy.once(language));
  const draft = useDrafts().find((one) => one.serviceSlug === slug);
  if (!draft) return children;
  return (
    <div className="stack">
      <LinkButton to={paths.form(slug, draft.page)}>{copy.continue}</LinkButton>
      <p className="muted">{copy.begunAt(formatMoment(draft.updatedAt, language))}</p>
    </div>
  );
}
