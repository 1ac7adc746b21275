import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { showToast } from '../../../ui/toast/toast.tsx';
import { mandatesChanged } from './changed.ts';

/** One change at the server: says when it worked, keeps the sentence when it did not. */
export function useSend() {
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function send(work: () => Promise<unknown>, said: string): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      showToast({ text: said });
      await mandatesChanged();
      return true;
    } catch (error) {
      setFailure(errorSentence(errors, error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, send };
}
