import { useQuery } from '@tanstack/react-query';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { trpc } from '../../../lib/trpc.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { joinCopy } from '../join.copy.ts';

/** The cards that lead into this account, and the way to add one. */
export function CardLink() {
  const { cards: copy } = useCopy(joinCopy);
  const language = useLanguage();
  const list = useQuery(trpc.identity.linkedLogins.queryOptions());
  if (!list.data) return null;
  const cards = list.data.logins.filter(({ provider }) => provider === 'eid');
  return (
    <Section title={copy.title} intro={copy.intro}>
      {cards.length > 0 ? (
        <List label={copy.title}>
          {cards.map(({ since }) => (
            <ListRow
              key={since}
              icon={<IdCardIcon />}
              title={copy.card}
              detail={copy.since(formatMoment(since, language))}
            />
          ))}
        </List>
      ) : (
        <p>{copy.none}</p>
      )}
      <div className="device-buttons">
        <LinkButton variant="secondary" to={paths.addCard()}>
          {copy.add}
        </LinkButton>
      </div>
    </Section>
  );
}
