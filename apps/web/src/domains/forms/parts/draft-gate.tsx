import type { ReactNode } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { formsCopy } from '../copy.ts';
import type { FormData } from '../form-data.ts';
import { type DraftState, useDraft } from '../use-draft.ts';

export type ReadyDraft = Omit<Extract<DraftState, { status: 'ready' }>, 'status'>;

/** Waits for the draft on the phone; says so when the phone refuses to open it. */
export function DraftGate({
  data,
  children,
}: {
  data: FormData;
  children: (ready: ReadyDraft) => ReactNode;
}) {
  const copy = useCopy(formsCopy);
  const state = useDraft(data);
  if (state.status === 'loading') return <SkeletonPage />;
  if (state.status === 'ready') return children(state);
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={copy.openFailed.title}
      action={<Button onClick={state.again}>{copy.openFailed.again}</Button>}
    >
      {copy.openFailed.text}
    </Notice>
  );
}
