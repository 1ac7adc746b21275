import { type IdempotencyKey, newId } from '@jena/shared/kernel';
import { useRef, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';

export const refreshVault = () => queryClient.invalidateQueries({ queryKey: trpc.vault.pathKey() });

/** One act at the server: whether it runs, and what went wrong. Said again with the same words it is the same act. */
export function useFolderAct() {
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const sent = useRef<{ words: string; idempotencyKey: IdempotencyKey }>(undefined);

  /** True when it was done. */
  async function act(
    words: string,
    work: (key: { idempotencyKey: IdempotencyKey }) => Promise<unknown>,
  ): Promise<boolean> {
    if (sent.current?.words !== words) sent.current = { words, idempotencyKey: newId<'idempotency'>() };
    setBusy(true);
    setFailure(undefined);
    try {
      await work({ idempotencyKey: sent.current.idempotencyKey });
      sent.current = undefined;
      await refreshVault();
      return true;
    } catch (error) {
      setFailure(errorSentence(errors, error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { act, busy, failure };
}
