import { useQuery } from '@tanstack/react-query';
import { useCopy } from '../../../lib/copy.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { contactCopy } from '../contact.copy.ts';

/** True while the card was held to the phone a short while ago: only then contact details may be changed. */
export function useHasCard(): boolean {
  const me = useQuery(trpc.identity.me.queryOptions());
  return me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high';
}

/** Stands where the card must be read first. */
export function AskCard() {
  const copy = useCopy(contactCopy);
  return (
    <Notice title={copy.cardTitle} action={<CardButton returnTo={() => location.pathname} />}>
      {copy.cardHint}
    </Notice>
  );
}
