import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { startLogin } from '../../identity/parts/start-login.ts';
import { mandatesCopy } from '../copy.ts';

/** Shows its children to who has just held their card to the phone, and asks everybody else to do so first. */
export function WithCard({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const copy = useCopy(mandatesCopy);
  const errors = useCopy(errorCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high') return children;
  async function holdCard() {
    setBusy(true);
    try {
      await startLogin(location.pathname);
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }
  return (
    <Card as="section" className="stack" aria-label={copy.card.title}>
      <h2>{copy.card.title}</h2>
      <p>{copy.card.text}</p>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="mandate-buttons">
        <Button onClick={() => void holdCard()} busy={busy ? copy.working : undefined}>
          {copy.card.action}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </Card>
  );
}
