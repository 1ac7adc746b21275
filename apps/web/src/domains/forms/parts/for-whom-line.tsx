import { lazy, Suspense } from 'react';
import type { FormDraft } from '../draft-session.ts';

// Most people apply for themselves; what names another is loaded only then.
const ForLine = lazy(async () => ({ default: (await import('../../mandates/parts/for-line.tsx')).ForLine }));

/** Says for whom a form is filled in, when it is not the person themselves. */
export function ForWhomLine({ draft }: { draft: FormDraft }) {
  if (!draft.onBehalfOf) return null;
  return (
    <Suspense>
      <ForLine name={draft.onBehalfOf.name} />
    </Suspense>
  );
}
