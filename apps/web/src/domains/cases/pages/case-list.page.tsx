import { useQuery } from '@tanstack/react-query';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { EditIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { casesCopy } from '../copy.ts';
import { CaseRow } from '../parts/case-row.tsx';
import { OutboxRow } from '../parts/outbox-row.tsx';
import { closedStates } from '../parts/state-tone.ts';
import { useDrafts } from '../parts/use-drafts.ts';

function CaseList({ data }: { data: Names; params: Params }) {
  const copy = useCopy(casesCopy);
  const outbox = useOutbox();
  const drafts = useDrafts();
  const name = (slug: string) => data.services[slug] ?? copy.serviceGone;
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      {outbox.length > 0 && (
        <Section title={copy.outbox}>
          <div className="stack">
            {outbox.map((item) => (
              <OutboxRow key={item.id} item={item} title={name(item.serviceSlug)} />
            ))}
          </div>
        </Section>
      )}
      {drafts.length > 0 && <Drafts drafts={drafts} name={name} />}
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Cases name={name} quiet={outbox.length + drafts.length > 0} />
      </LoginGate>
    </div>
  );
}

function Drafts({ drafts, name }: { drafts: ReturnType<typeof useDrafts>; name: (slug: string) => string }) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  return (
    <Section title={copy.drafts}>
      <List label={copy.drafts}>
        {drafts.map((draft) => (
          <ListRow
            key={draft.id}
            to={paths.form(draft.serviceSlug)}
            icon={<EditIcon />}
            title={name(draft.serviceSlug)}
            detail={copy.draftSaved(formatMoment(draft.updatedAt, language))}
            end={copy.draftGoOn}
          />
        ))}
      </List>
    </Section>
  );
}

function Cases({ name, quiet }: { name: (slug: string) => string; quiet: boolean }) {
  const copy = useCopy(casesCopy);
  const mine = useQuery({ ...trpc.cases.mine.queryOptions(), refetchInterval: 30_000 });
  if (!mine.data) {
    if (mine.isPending && mine.fetchStatus !== 'paused') return <SkeletonList rows={3} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void mine.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  const { cases } = mine.data;
  if (cases.length === 0) {
    if (quiet) return null;
    return (
      <>
        <AsOf query={mine} />
        <EmptyState
          title={copy.emptyTitle}
          drawing={<Hanfried size="large" />}
          action={<LinkButton to={paths.services()}>{copy.findService}</LinkButton>}
        >
          {copy.emptyText}
        </EmptyState>
      </>
    );
  }
  const groups = [
    { title: copy.needsYou, rows: cases.filter((row) => row.waitsForCitizen) },
    {
      title: copy.open,
      rows: cases.filter((row) => !row.waitsForCitizen && !closedStates.includes(row.state)),
    },
    { title: copy.done, rows: cases.filter((row) => closedStates.includes(row.state)) },
  ];
  return (
    <>
      <AsOf query={mine} />
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Section key={title} title={title}>
            <List label={title}>
              {rows.map((row) => (
                <CaseRow key={row.id} summary={row} title={name(row.serviceSlug)} />
              ))}
            </List>
          </Section>
        ))}
    </>
  );
}

export const page = definePage<Names>({
  Page: personal(CaseList),
  copies: [casesCopy, identityCopy, errorCopy],
  title: ({ language }) => casesCopy.get(language).title,
  data: loadNames,
});
