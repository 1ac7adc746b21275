import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { startLogin } from '../../identity/parts/start-login.ts';
import { exportCopy } from '../export.copy.ts';

/** The session is older than the card's word: shows it once more, and comes back here. */
export function CardAgain() {
  const copy = useCopy(exportCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function begin() {
    setBusy(true);
    setFailure(undefined);
    try {
      await startLogin(localPath(language, paths.myData()));
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }
  return (
    <Notice
      title={copy.card}
      action={
        <Button icon={<IdCardIcon />} onClick={() => void begin()} busy={busy ? copy.working : undefined}>
          {copy.cardStart}
        </Button>
      }
    >
      <p>{copy.cardHint}</p>
      {failure && <p role="alert">{failure}</p>}
    </Notice>
  );
}
