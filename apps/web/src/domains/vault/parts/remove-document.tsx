import { type DocumentId, newId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { TrashIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { vaultCopy } from '../copy.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.vault.pathKey() });

/** Throws a document away, and offers to take it back instead of asking first. */
export function RemoveDocument({ document }: { document: VaultDocument }) {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [failure, setFailure] = useState<string>();
  const { id, name } = document;

  async function bringBack(documentId: DocumentId) {
    try {
      await client.vault.restore.mutate({ idempotencyKey: newId<'idempotency'>(), documentId });
      showToast({ text: copy.restored(name) });
    } catch (error) {
      showToast({ text: errorSentence(errors, error) });
    }
    await refresh();
  }

  async function remove() {
    setFailure(undefined);
    try {
      await client.vault.remove.mutate({ idempotencyKey: newId<'idempotency'>(), documentId: id });
      showToast({ text: copy.removed(name), undo: () => void bringBack(id) });
      navigate(localPath(language, paths.vault()));
      await refresh();
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
  }

  return (
    <>
      <Button
        variant="quiet"
        icon={<TrashIcon />}
        disabledReason={online ? undefined : copy.needsNetwork}
        onClick={() => void remove()}
      >
        {copy.remove}
      </Button>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </>
  );
}
