import { useEffect, useState } from 'react';
import type { FormDraft } from './draft-session.ts';

/** The draft that waits on this phone, read after the page stands: the page itself is the same for everyone. */
export function useStoredDraft(slug: string) {
  const [draft, setDraft] = useState<FormDraft>();
  useEffect(() => {
    let current = true;
    let stop: (() => void) | undefined;
    const look = () =>
      import('../../offline/drafts.ts')
        .then(({ openDraft }) => openDraft(slug))
        .then((found) => current && setDraft(found))
        // Without storage there is nothing to continue; the form itself says what is wrong.
        .catch(() => undefined);
    void look();
    // It may come from another device while the page stands.
    void import('../../offline/changes.ts').then(({ onChange }) => {
      if (current) stop = onChange((topic) => void ((topic === 'drafts' || topic === 'owner') && look()));
    });
    return () => {
      current = false;
      stop?.();
    };
  }, [slug]);
  async function startOver(): Promise<void> {
    const [{ deleteDraft }, { closeSession }] = await Promise.all([
      import('../../offline/drafts.ts'),
      import('./use-draft.ts'),
    ]);
    closeSession();
    if (draft) await deleteDraft(draft.id);
    setDraft(undefined);
  }
  return { draft, startOver };
}
