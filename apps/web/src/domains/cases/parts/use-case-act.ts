import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';
import { showToast } from '../../../ui/toast/toast.tsx';

/** One change of a case at the server: says when it worked and asks anew, keeps the sentence when it did not. */
export function useCaseAct() {
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown; sentence: string }>();
  async function act<Done>(
    work: () => Promise<Done>,
    said: string | ((done: Done) => string),
  ): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await work();
      showToast({ text: typeof said === 'string' ? said : said(done) });
      // What is kept on the phone changed nothing at the server, which cannot be asked now.
      if (done === 'kept') return true;
      await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      return true;
    } catch (error) {
      setFailure({ error, sentence: errorSentence(errors, error) });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, act };
}
