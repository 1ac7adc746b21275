import type { CaseDetail } from '@jena/shared/cases';
import { useEffect } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { forgetFiles } from '../../../offline/drafts.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import { discard } from '../../../offline/outbox.ts';
import { showToast } from '../../../ui/toast/toast.tsx';
import { casesCopy } from '../copy.ts';

/**
 * Once the case itself shows that a request was answered: says so, and takes off the phone what is left of it, also
 * photographs that were never sent because the paper came another way.
 */
export function useArrivals(detail: CaseDetail | undefined): void {
  const copy = useCopy(casesCopy);
  const outbox = useOutbox();
  useEffect(() => {
    for (const { id, answeredAt } of detail?.evidenceRequests ?? []) {
      if (!answeredAt) continue;
      const item = outbox.find((one) => one.draftId === id);
      if (!item) void forgetFiles(id).catch(() => undefined);
      if (item?.state.kind !== 'done') continue;
      void discard(item.id).then((gone) => gone && showToast({ text: copy.taskSent }));
    }
  }, [detail, outbox, copy]);
}
