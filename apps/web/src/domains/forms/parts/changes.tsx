import { lazy, Suspense } from 'react';
import type { DraftSession, FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';

// Forms change seldom; what tells of it is loaded only then.
const ChangesNotice = lazy(async () => ({ default: (await import('./changes-notice.tsx')).ChangesNotice }));

/** Tells what a new version of the form changed, until the person has seen it. */
export function Changes({
  data,
  draft,
  session,
}: {
  data: FormData;
  draft: FormDraft;
  session: DraftSession;
}) {
  if (!draft.changed || draft.changed.length === 0) return null;
  return (
    <Suspense>
      <ChangesNotice data={data} draft={draft} onUnderstood={() => session.acknowledge()} />
    </Suspense>
  );
}
