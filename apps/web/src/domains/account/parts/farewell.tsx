import type { Leaving } from '@jena/shared/account';
import { useQuery } from '@tanstack/react-query';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { leaveCopy } from '../leave.copy.ts';
import { EraseForm } from './erase-form.tsx';

/** What goes, what stays, and the way out. */
export function Farewell({ names, onGone }: { names: Names; onGone: () => void }) {
  const copy = useCopy(leaveCopy);
  const leaving = useQuery(trpc.account.leaving.queryOptions());
  if (!leaving.data) {
    if (leaving.isPending && leaving.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void leaving.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  const { documents, cases } = leaving.data;
  const [open, kept] = [
    cases.filter(({ keptUntil }) => keptUntil === null),
    cases.filter(({ keptUntil }) => keptUntil !== null),
  ];
  return (
    <>
      <Section title={copy.goes}>
        <ul className="points">
          <li>{copy.goesProfile}</li>
          <li>{copy.goesDocuments(documents)}</li>
          <li>{copy.goesMessages}</li>
          <li>{copy.goesHere}</li>
        </ul>
      </Section>
      {open.length > 0 && (
        <Section title={copy.open} intro={copy.openText}>
          <Cases label={copy.open} cases={open} names={names} />
        </Section>
      )}
      <Section title={copy.stays} {...(kept.length > 0 ? { intro: copy.staysText } : {})}>
        {kept.length === 0 ? (
          <p>{copy.nothingStays}</p>
        ) : (
          <>
            <Cases label={copy.stays} cases={kept} names={names} />
            <p className="muted small">{copy.staysUnsure}</p>
          </>
        )}
      </Section>
      <Section title={copy.first} intro={copy.firstText}>
        <LinkButton variant="secondary" to={paths.vault()}>
          {copy.vault}
        </LinkButton>
      </Section>
      <EraseForm onGone={onGone} />
    </>
  );
}

function Cases({ label, cases, names }: { label: string; cases: Leaving['cases']; names: Names }) {
  const copy = useCopy(leaveCopy);
  const language = useLanguage();
  return (
    <List label={label}>
      {cases.map(({ id, reference, serviceSlug, keptUntil }) => (
        <ListRow
          key={id}
          to={paths.case(id)}
          title={names.services[serviceSlug] ?? serviceSlug}
          detail={
            <>
              <bdi>{reference}</bdi>
              {keptUntil && ` · ${copy.until(formatDay(keptUntil, language))}`}
            </>
          }
        />
      ))}
    </List>
  );
}
