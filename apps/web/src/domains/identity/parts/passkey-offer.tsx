import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { paths } from '../../../lib/paths.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { addingMark, canPasskeys } from './passkeys.ts';
import './devices.css';

const declinedKey = 'jena-passkey-offer';

/** Right after a login with the card, to who has no passkey yet; a no is kept on this device. */
export function PasskeyOffer() {
  const copy = use(passkeysCopy.once(useLanguage()));
  const me = useQuery(trpc.identity.me.queryOptions());
  const list = useQuery(trpc.identity.passkeys.queryOptions());
  const [declined, setDeclined] = useState(() => localStorage.getItem(declinedKey) !== null);
  const isByCard = me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high';
  if (declined || !isByCard || !canPasskeys() || list.data?.passkeys.length !== 0) return null;
  function decline() {
    localStorage.setItem(declinedKey, 'no');
    setDeclined(true);
  }
  return (
    <Card>
      <section className="stack" aria-labelledby="passkey-offer">
        <h2 id="passkey-offer">{copy.offerTitle}</h2>
        <p>{copy.offerText}</p>
        <div className="device-buttons">
          <LinkButton to={paths.devices() + addingMark}>{copy.add}</LinkButton>
          <Button variant="quiet" onClick={decline}>
            {copy.offerNo}
          </Button>
        </div>
      </section>
    </Card>
  );
}
