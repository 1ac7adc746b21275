import { newId } from '@jena/shared/kernel';
import type { OfferedMandate } from '@jena/shared/mandates';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { client } from '../../../lib/trpc.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { mandatesCopy } from '../copy.ts';
import type { OfferedService } from '../services.ts';
import { useTerms } from './mandate-list.tsx';
import './mandates.css';
import { Sure } from './sure.tsx';
import { useSend } from './use-send.ts';

type OfferListProps = { offers: readonly OfferedMandate[]; services: readonly OfferedService[] };

/** What the person is asked to take on: who asks, for what and until when, and the two answers. */
export function OfferList({ offers, services }: OfferListProps) {
  const copy = useCopy(mandatesCopy);
  return (
    <ul className="mandates" aria-label={copy.offers.title}>
      {offers.map((offer) => (
        <li key={offer.id}>
          <OneOffer offer={offer} services={services} />
        </li>
      ))}
    </ul>
  );
}

function OneOffer({ offer, services }: { offer: OfferedMandate; services: readonly OfferedService[] }) {
  const words = useCopy(mandatesCopy).offers;
  const language = useLanguage();
  const terms = useTerms(offer, services);
  const { busy, failure, send } = useSend();
  const { id: mandateId, party, kind } = offer;
  const answer = () => ({ idempotencyKey: newId<'idempotency'>(), mandateId });
  return (
    <Card as="article" className="stack" aria-label={party.name}>
      <div className="mandate-head">
        <h3>
          <bdi>{party.name}</bdi>
        </h3>
        <Badge tone="info">{words.waits}</Badge>
      </div>
      <p>{kind === 'business' ? words.asksForBusiness : words.asksForPerson}</p>
      <p className="muted">{terms.join(' · ')}</p>
      <p>{words.means}</p>
      <p className="muted small">{words.answerUntil(formatMoment(offer.answerUntil, language))}</p>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="mandate-buttons">
        <Button
          onClick={() => void send(() => client.mandates.accept.mutate(answer()), words.accepted(party.name))}
          busy={busy ? words.accepting : undefined}
        >
          {words.accept}
          <span className="sr-only">: {party.name}</span>
        </Button>
        <Sure
          name={party.name}
          words={{
            open: words.refuse,
            title: words.refuseTitle(party.name),
            text: words.refuseText,
            yes: words.refuseYes,
            no: words.refuseNo,
            busy: words.refusing,
          }}
          act={() => client.mandates.refuse.mutate(answer())}
          said={words.refused}
        />
      </div>
    </Card>
  );
}
