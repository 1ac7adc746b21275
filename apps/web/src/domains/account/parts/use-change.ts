import type { RemovableKind } from '@jena/shared/account';
import { newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { showToast } from '../../../ui/toast/toast.tsx';
import { contactCopy } from '../contact.copy.ts';

export const newKey = () => ({ idempotencyKey: newId<'idempotency'>() });

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() });

/** One change of what the person added: says when it worked, keeps the sentence when it did not. */
export function useChange() {
  const errors = useCopy(errorCopy);
  const copy = useCopy(contactCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  /** @param work gives false when it failed for a reason that the page says itself */
  async function change(work: () => Promise<unknown>, said: string, undo?: () => void): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      if ((await work()) === false) return false;
      showToast({ text: said, undo });
      await refresh();
      return true;
    } catch (error) {
      setFailure(errorSentence(errors, error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function bringBack(kind: RemovableKind) {
    try {
      const { back } = await client.account.takeBack.mutate({ ...newKey(), kind });
      showToast({ text: back ? copy.takenBack : copy.tooLate });
    } catch (error) {
      showToast({ text: errorSentence(errors, error) });
    }
    await refresh();
  }

  /** Takes something away, and offers to take it back instead of asking first. */
  const remove = (kind: RemovableKind, said: string) =>
    change(
      () =>
        kind === 'access'
          ? client.account.removeAccess.mutate(newKey())
          : client.account.removeContact.mutate({ ...newKey(), kind }),
      said,
      () => void bringBack(kind),
    );

  return { busy: busy ? copy.working : undefined, failure, change, remove };
}
