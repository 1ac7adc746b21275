import { Button } from '../../../ui/button/button.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useCard } from '../../identity/parts/use-card.ts';

/** The application lies here complete; with the card it goes off by itself, at the start that follows. */
export function OutboxCard() {
  const { copy, confirm, busy, failure } = useCard({ returnTo: () => location.pathname });
  return (
    <>
      <Button icon={<IdCardIcon />} onClick={confirm} busy={busy}>
        {copy.confirm}
      </Button>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </>
  );
}
