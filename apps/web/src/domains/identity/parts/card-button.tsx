import { Suspense } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useCard } from './use-card.ts';

type Props = Parameters<typeof useCard>[0];

/** Stands on a page in place of an act that needs the card; the words around it say what for. */
export function CardButton(step: Props) {
  return (
    <Suspense fallback={null}>
      <Confirm {...step} />
    </Suspense>
  );
}

function Confirm(step: Props) {
  const { copy, confirm, busy, failure } = useCard(step);
  return (
    <>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <Button icon={<IdCardIcon />} onClick={confirm} busy={busy}>
        {copy.confirm}
      </Button>
    </>
  );
}
