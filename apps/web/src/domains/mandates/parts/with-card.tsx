import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { mandatesCopy } from '../copy.ts';

/** Shows its children to who has just held their card to the phone, and asks everybody else to do so first. */
export function WithCard({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const copy = useCopy(mandatesCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  if (me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high') return children;
  return (
    <Card as="section" className="stack" aria-label={copy.card.title}>
      <h2>{copy.card.title}</h2>
      <p>{copy.card.text}</p>
      <div className="mandate-buttons">
        <CardButton returnTo={() => location.pathname} />
        <Button variant="secondary" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </Card>
  );
}
