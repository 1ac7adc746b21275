import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { devicesCopy } from '../devices.copy.ts';
import { useCard } from './use-card.ts';

type Props = Parameters<typeof useCard>[0] & { onClose: () => void };

/** In place of an act that was refused because nobody held the card to the phone lately. */
export function CardDialog({ onClose, ...step }: Props) {
  const { cancel } = useCopy(devicesCopy);
  const { copy, confirm, busy, failure } = useCard(step);
  return (
    <Dialog
      open
      onClose={onClose}
      title={copy.title}
      actions={
        <>
          <Button icon={<IdCardIcon />} onClick={confirm} busy={busy}>
            {copy.confirm}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {cancel}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{copy.text}</p>
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
