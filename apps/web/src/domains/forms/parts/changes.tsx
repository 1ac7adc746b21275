import { lazy, Suspense } from 'react';
import type { DraftSession, FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';

type ChangesProps = { data: FormData; draft: FormDraft; session: DraftSession };

// Forms change seldom, and few fill one on two devices at once; what tells of it is loaded only then.
const ChangesNotice = lazy(async () => ({ default: (await import('./changes-notice.tsx')).ChangesNotice }));
const ReplacedNotice = lazy(async () => ({
  default: (await import('./replaced-notice.tsx')).ReplacedNotice,
}));

/** Tells what a new version of the form, or another device of the person, changed in the draft, until the person has seen it. */
export function Changes({ data, draft, session }: ChangesProps) {
  const { changed = [], replaced = [], elsewhere = {} } = draft;
  return (
    <Suspense>
      {changed.length > 0 && (
        <ChangesNotice data={data} draft={draft} onUnderstood={() => session.acknowledge()} />
      )}
      {(replaced.length > 0 || Object.keys(elsewhere).length > 0) && (
        <ReplacedNotice data={data} draft={draft} session={session} />
      )}
    </Suspense>
  );
}
