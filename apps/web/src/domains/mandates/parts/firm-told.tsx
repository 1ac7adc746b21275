import type { PartyFacts } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Section } from '../../../ui/section/section.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { firmCopy } from '../firm.copy.ts';

/** The businesses for which „Mein Unternehmenskonto“ vouches, each with what it says. */
export function FirmsTold() {
  const copy = use(firmCopy.once(useLanguage()));
  const mine = useQuery(trpc.mandates.mine.queryOptions());
  const vouched = mine.data?.held.filter(({ vouchedBy }) => vouchedBy !== null) ?? [];
  return vouched.map(({ id }) => (
    <Section key={id} title={copy.told}>
      <FirmFacts mandateId={id} />
    </Section>
  ));
}

/** What „Mein Unternehmenskonto“ says about one business, and when it said so last. */
export function FirmFacts({ mandateId }: { mandateId: string }) {
  const language = useLanguage();
  const copy = use(firmCopy.once(language));
  const party = useQuery(trpc.mandates.party.queryOptions({ mandateId: mandateId as never }));
  if (!party.data) return null;
  const { name, legalForm, registerNumber, registerCourt, toldAt } = party.data;
  const register = [registerNumber, registerCourt && copy.court(registerCourt)].filter(Boolean).join(', ');
  const facts: [keyof typeof copy.field, string | null][] = [
    ['name', name],
    ['legalForm', legalForm],
    ['register', register],
    ['seat', seatLine(party.data)],
  ];
  return (
    <>
      {toldAt && <p className="muted">{copy.when(formatMoment(toldAt, language))}</p>}
      <SummaryList
        items={facts.flatMap(([id, value]) =>
          value ? [{ id, label: copy.field[id], value: <bdi>{value}</bdi> }] : [],
        )}
      />
      <p className="muted small">{copy.change}</p>
    </>
  );
}

function seatLine({ seat }: PartyFacts): string {
  const street = [seat?.street, seat?.houseNumber].filter(Boolean).join(' ');
  const town = [seat?.postcode, seat?.town].filter(Boolean).join(' ');
  const abroad = seat?.country === 'DE' ? null : seat?.country;
  return [street, town, abroad].filter(Boolean).join(', ');
}
