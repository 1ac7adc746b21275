import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { CheckIcon } from '../../../ui/icons/basic.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { formsCopy } from '../copy.ts';
import type { SaveState } from '../draft-session.ts';

/** „Gespeichert um 14:03 · in Ihrem Konto“, beside the button. Not read aloud: a voice after every letter would be in the way. */
export function SaveLine({ save, inAccount }: { save: SaveState; inAccount: boolean }) {
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  if (save.kind === 'failed') return <p className="form-saved">{copy.saveFailed.title}</p>;
  if (save.kind !== 'saved') {
    return <p className="form-saved">{save.kind === 'saving' ? copy.saving : copy.notSavedYet}</p>;
  }
  const time = save.at.toLocaleTimeString(language === 'en' ? 'en-GB' : language, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <p className="form-saved">
      <CheckIcon size={18} /> {copy.savedAt(time)}{' '}
      <span className="muted">· {inAccount ? copy.savedInAccount : copy.savedWhere}</span>
    </p>
  );
}

/** When the phone could not write the answers down: says so at once, with the way out. */
export function SaveFailure({ save, onAgain }: { save: SaveState; onAgain: () => void }) {
  const copy = useCopy(formsCopy);
  if (save.kind !== 'failed') return null;
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={copy.saveFailed.title}
      action={
        <Button variant="secondary" onClick={onAgain}>
          {copy.saveFailed.again}
        </Button>
      }
    >
      {copy.saveFailed.text}
    </Notice>
  );
}
