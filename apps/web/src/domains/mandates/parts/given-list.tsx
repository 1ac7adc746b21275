import type { GivenMandate } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { mandatesCopy } from '../copy.ts';
import type { OfferedService } from '../services.ts';
import { End } from './end.tsx';
import { useTerms } from './mandate-list.tsx';
import './mandates.css';

type GivenListProps = { given: readonly GivenMandate[]; services: readonly OfferedService[] };

/** Who may act for the person or their business, and the codes that nobody has taken yet. */
export function GivenList({ given, services }: GivenListProps) {
  const copy = useCopy(mandatesCopy);
  return (
    <ul className="mandates" aria-label={copy.given}>
      {given.map((mandate) => (
        <li key={mandate.id}>
          <OneGiven mandate={mandate} services={services} />
        </li>
      ))}
    </ul>
  );
}

function OneGiven({ mandate, services }: { mandate: GivenMandate; services: readonly OfferedService[] }) {
  const copy = useCopy(mandatesCopy);
  const { id, state, party, label, holder } = mandate;
  const name = holder || label;
  const facts = [
    ...(holder && label && holder !== label ? [label] : []),
    ...(party.kind === 'business' ? [copy.givenFor(party.name)] : [copy.kind.power_of_attorney]),
    ...useTerms(mandate, services),
  ];
  return (
    <Card as="article" className="stack" aria-label={name}>
      <div className="mandate-head">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {state !== 'active' && (
          <Badge tone={state === 'refused' ? 'warning' : 'info'}>{copy.state[state]}</Badge>
        )}
      </div>
      <p className="muted">{facts.join(' · ')}</p>
      {state === 'offered' && <Code mandate={mandate} />}
      {state === 'refused' ? (
        <p>{copy.refusedHint}</p>
      ) : (
        <div className="mandate-buttons">
          <End
            id={id}
            name={name}
            title={copy.endGivenTitle(name)}
            text={copy.endGivenText}
            said={copy.endedGiven}
          />
        </div>
      )}
    </Card>
  );
}

function Code({ mandate }: { mandate: GivenMandate }) {
  const copy = useCopy(mandatesCopy);
  const language = useLanguage();
  // The code is for now: it is asked for when it is looked at, and does not stay on the phone.
  const invitation = useQuery({
    ...trpc.mandates.invitation.queryOptions({ mandateId: mandate.id }),
    persister: (ask, context) => ask(context),
    gcTime: 0,
  });
  if (!invitation.data) return null;
  const { code, endsAt } = invitation.data;
  return (
    <div>
      <p>
        {copy.codeIs}: <strong className="mandate-code">{code}</strong>
      </p>
      <p className="muted small">{copy.codeUntil(formatMoment(endsAt, language))}</p>
    </div>
  );
}
