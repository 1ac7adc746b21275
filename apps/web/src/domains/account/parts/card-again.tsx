import { useCopy } from '../../../lib/copy.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { exportCopy } from '../export.copy.ts';

/** The session is older than the card's word: asks for it once more, and comes back here. */
export function CardAgain() {
  const copy = useCopy(exportCopy);
  return (
    <Notice title={copy.card} action={<CardButton returnTo={() => location.pathname} />}>
      {copy.cardHint}
    </Notice>
  );
}
