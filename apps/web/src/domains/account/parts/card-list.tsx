import type { CardData, Profile } from '@jena/shared/account';
import type { ReactNode } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { Section } from '../../../ui/section/section.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { accountCopy } from '../copy.ts';

function addressLine({ address }: CardData): string | null {
  if (!address) return null;
  if (address.place) return address.place;
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ');
  const town = [address.postcode, address.town].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ') || null;
}

/** What the card said, and when. Empty facts are left out. */
export function CardList({
  profile,
  children,
}: {
  profile: Profile & { card: CardData };
  /** Below the facts, e.g. how to read them again. */
  children?: ReactNode;
}) {
  const copy = useCopy(accountCopy);
  const language = useLanguage();
  const { card } = profile;
  const birthDate =
    card.birthDate && /^\d{4}-\d\d-\d\d$/.test(card.birthDate)
      ? card.birthDate.split('-').reverse().join('.')
      : card.birthDate;
  const facts: [keyof typeof copy.field, string | null][] = [
    ['givenNames', card.givenNames],
    ['familyName', card.familyName],
    ['birthName', card.birthName],
    ['birthDate', birthDate],
    ['birthPlace', card.birthPlace],
    ['address', addressLine(card)],
  ];
  const source = card.origin?.provider ?? 'eid';
  const { title, use, read } = {
    eid: { title: copy.card, use: copy.cardUse, read: copy.cardRead },
    bundid: { title: copy.bundId, use: copy.bundIdUse, read: copy.cardRead },
    muk: { title: copy.acting, use: copy.actingUse, read: copy.told },
  }[source];
  const items = facts.flatMap(([id, value]) =>
    value ? [{ id, label: copy.field[id], value: <bdi>{value}</bdi> }] : [],
  );
  return (
    <Section title={title} intro={profile.cardReadAt && read(formatMoment(profile.cardReadAt, language))}>
      {items.length > 0 ? <SummaryList items={items} /> : <p>{copy.actingUnknown}</p>}
      {items.length > 0 && (
        <p className="muted small">
          {use}
          {source === 'bundid' && card.origin?.level === 'normal' && ` ${copy.bundIdUnproven}`}
        </p>
      )}
      {children}
    </Section>
  );
}
