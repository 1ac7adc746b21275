import { use, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { canPasskeys, loginByPasskey, whyNot } from './passkeys.ts';

/** The daily way in, where the browser knows it. */
export function PasskeyLogin({ target }: { target: string }) {
  const copy = use(passkeysCopy.once(useLanguage()));
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (!canPasskeys()) return null;
  async function begin() {
    setBusy(true);
    setFailure(undefined);
    try {
      await loginByPasskey(target);
    } catch (error) {
      setFailure(whyNot(error) ? copy.stopped : errorSentence(errors, error));
      setBusy(false);
    }
  }
  return (
    <>
      <Button block variant="secondary" onClick={() => void begin()} busy={busy ? copy.working : undefined}>
        {copy.login}
      </Button>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </>
  );
}
