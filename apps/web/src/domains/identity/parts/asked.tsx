import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { devicesCopy } from '../devices.copy.ts';
import { CardDialog } from './card-dialog.tsx';
import { needsCard } from './use-card.ts';

type AskedProps = {
  title: string;
  text: string;
  action: string;
  onYes: () => Promise<void>;
  quiet?: boolean;
  /** What it is about, for who hears the button alone. */
  about?: string;
};

/** A button that asks once more before it acts. */
export function Asked({ title, text, action, onYes, quiet = false, about }: AskedProps) {
  const copy = useCopy(devicesCopy);
  const errors = useCopy(errorCopy);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [needs, setNeeds] = useState<'card'>();
  async function act() {
    setBusy(true);
    setFailure(undefined);
    try {
      await onYes();
      setOpen(false);
    } catch (error) {
      if (needsCard(error)) setNeeds('card');
      else setFailure(errorSentence(errors, error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button variant={quiet ? 'quiet' : 'secondary'} onClick={() => setOpen(true)}>
        {action}
        {about && <span className="sr-only">: {about}</span>}
      </Button>
      {needs === 'card' && (
        <CardDialog
          onClose={() => setNeeds(undefined)}
          returnTo={() => location.pathname + location.search}
        />
      )}
      <Dialog
        open={open && needs === undefined}
        onClose={() => setOpen(false)}
        title={title}
        actions={
          <>
            <Button variant="danger" onClick={() => void act()} busy={busy ? copy.working : undefined}>
              {action}
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {copy.cancel}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{text}</p>
          {failure && (
            <Notice tone="warning" live="assertive">
              {failure}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  );
}
