import type { Mandate } from '@jena/shared/mandates';
import { lazy, Suspense } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { mandatesCopy } from '../copy.ts';
import type { OfferedService } from '../services.ts';
import { Acts } from './acts.tsx';
import { End } from './end.tsx';
import './mandates.css';

const FirmFacts = lazy(async () => ({ default: (await import('./firm-told.tsx')).FirmFacts }));

type MandateListProps = {
  mandates: readonly Mandate[];
  offices: Record<string, string>;
  services: readonly OfferedService[];
  onInvite: (business: Mandate) => void;
};

/** For whom the person may act, what they may, and the way to end it. */
export function MandateList({ mandates, ...about }: MandateListProps) {
  const copy = useCopy(mandatesCopy);
  return (
    <ul className="mandates" aria-label={copy.held}>
      {mandates.map((mandate) => (
        <li key={mandate.id}>
          <OneMandate mandate={mandate} {...about} />
        </li>
      ))}
    </ul>
  );
}

type OneProps = Omit<MandateListProps, 'mandates'> & { mandate: Mandate };

function OneMandate({ mandate, services, offices, onInvite }: OneProps) {
  const copy = useCopy(mandatesCopy);
  const { id, kind, state, role, party, vouchedBy } = mandate;
  const terms = useTerms(mandate, services);
  return (
    <Card as="article" className="stack" aria-label={party.name}>
      <div className="mandate-head">
        <h3>
          <bdi>{party.name}</bdi>
        </h3>
        <Badge tone={state === 'active' ? 'success' : 'info'}>{copy.state[state]}</Badge>
      </div>
      <p className="muted">
        {[role ? copy.role[role] : copy.kind[kind], ...(vouchedBy ? [copy.vouched] : []), ...terms].join(
          ' · ',
        )}
      </p>
      {state === 'declared' && <p>{copy.declaredHint[kind]}</p>}
      {vouchedBy && (
        <Disclosure summary={copy.vouchedFacts}>
          <Suspense>
            <FirmFacts mandateId={id} />
          </Suspense>
        </Disclosure>
      )}
      <Acts mandate={mandate} offices={offices} />
      <div className="mandate-buttons">
        {role === 'owner' && (
          <Button variant="secondary" onClick={() => onInvite(mandate)}>
            {copy.inviteTo}
            <span className="sr-only">: {party.name}</span>
          </Button>
        )}
        <End
          id={id}
          name={party.name}
          title={copy.endTitle(party.name)}
          text={copy.endText}
          said={copy.ended}
        />
      </div>
    </Card>
  );
}

/** Which services a mandate is for and until when, as far as it is limited. */
export function useTerms(
  { services: slugs, untilDay }: Pick<Mandate, 'services' | 'untilDay'>,
  services: readonly OfferedService[],
): string[] {
  const copy = useCopy(mandatesCopy);
  const language = useLanguage();
  const title = (slug: string) => services.find((known) => known.slug === slug)?.title ?? slug;
  return [
    ...(slugs ? [copy.services(slugs.map(title))] : []),
    ...(untilDay ? [copy.until(formatDay(untilDay, language))] : []),
  ];
}
