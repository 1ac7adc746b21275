import type { CaseSummary } from '@jena/shared/cases';
import { useQuery } from '@tanstack/react-query';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { EditIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { casesCopy } from '../copy.ts';
import { OutboxActions } from '../parts/outbox-actions.tsx';
import { OutboxProgress } from '../parts/outbox-progress.tsx';
import { stateTone } from '../parts/state-tone.ts';
import { useDrafts } from '../parts/use-drafts.ts';
import { togetherCopy } from '../together.copy.ts';

type One = { id: string; serviceSlug: string; item?: OutboxItem; row?: CaseSummary };

/** The receipt of what was handed in together: from the outbox at once, from the account as soon as it arrived. */
function Together({ data, params }: { data: Names; params: Params }) {
  const copy = useCopy(togetherCopy);
  const words = useCopy(casesCopy);
  const { id = '' } = params;
  const outbox = useOutbox().filter(({ bundle }) => bundle?.id === id);
  const waiting = useDrafts().filter(({ bundle }) => bundle?.id === id);
  const me = useQuery(trpc.identity.me.queryOptions());
  const mine = useQuery({
    ...trpc.cases.mine.queryOptions(),
    enabled: me.data?.kind === 'citizen',
    refetchInterval: 30_000,
  });
  const rows = (mine.data?.cases ?? []).filter(({ bundle }) => bundle?.id === id);
  const name = (slug: string) => data.services[slug] ?? words.serviceGone;
  const all: One[] = [
    ...outbox.map((item) => ({
      id: item.id,
      serviceSlug: item.serviceSlug,
      item,
      ...withRow(rows.find((row) => row.id === item.caseId)),
    })),
    ...rows
      .filter((row) => outbox.every(({ caseId }) => caseId !== row.id))
      .map((row) => ({ id: row.id as string, serviceSlug: row.serviceSlug, row })),
  ];
  const slug = outbox[0]?.bundle?.slug ?? rows[0]?.bundle?.slug;
  const arrived = all.filter(({ item, row }) => row || item?.state.kind === 'done').length;
  if (all.length + waiting.length === 0 && !mine.isFetching)
    return (
      <EmptyState
        level={1}
        title={copy.gone}
        action={<LinkButton to={paths.cases()}>{copy.toCases}</LinkButton>}
      >
        {copy.goneText}
      </EmptyState>
    );
  return (
    <div className="stack-large">
      <PageHeader
        title={copy.title}
        {...(slug && { preline: name(slug) })}
        lead={copy.lead}
        back={{ to: paths.cases(), label: words.title }}
      />
      <Notice tone={arrived === all.length ? 'success' : 'info'} live="polite">
        {copy.arrived(arrived, all.length)}
      </Notice>
      <Login items={outbox} />
      <Section title={copy.applications}>
        <div className="stack">
          {all.map((one) => (
            <Application key={one.id} one={one} title={name(one.serviceSlug)} />
          ))}
        </div>
      </Section>
      {waiting.length > 0 && (
        <Section title={copy.later} intro={copy.laterText}>
          <List label={copy.later}>
            {waiting.map((draft) => (
              <ListRow
                key={draft.id}
                to={paths.form(draft.serviceSlug)}
                icon={<EditIcon />}
                title={name(draft.serviceSlug)}
                end={copy.goOn}
              />
            ))}
          </List>
        </Section>
      )}
    </div>
  );
}

const withRow = (row: CaseSummary | undefined): { row?: CaseSummary } => (row ? { row } : {});

/** One login, or one card, sends all that waits for it. */
function Login({ items }: { items: readonly OutboxItem[] }) {
  const first = items.find(({ state: { kind } }) => waitsForPerson(kind));
  if (!first) return null;
  return (
    <Card tone="light" className="stack">
      <OutboxProgress item={first} />
      <OutboxActions item={{ ...first, mayEdit: false, mayDiscard: false, mayPause: false }} />
    </Card>
  );
}

const waitsForPerson = (kind: OutboxItem['state']['kind']) =>
  kind === 'waiting_for_login' || kind === 'waiting_for_card';

/** One of them: what became of it, or where it stands on its way. */
function Application({ one: { item, row }, title }: { one: One; title: string }) {
  const copy = useCopy(togetherCopy);
  const words = useCopy(casesCopy);
  const receipt = item?.state.kind === 'done' ? item.state.receipt : null;
  const reference = row?.reference ?? receipt?.reference;
  const caseId = row?.id ?? item?.caseId;
  if (reference !== undefined && caseId)
    return (
      <Card as="article" className="outbox-row" aria-label={title}>
        <h3 className="outbox-title">{title}</h3>
        <p className="muted small">{copy.reference(reference)}</p>
        <p>
          <Badge tone={stateTone[row?.state ?? 'submitted']}>{words.state[row?.state ?? 'submitted']}</Badge>
        </p>
        <div className="outbox-buttons">
          <LinkButton variant="secondary" to={paths.case(caseId)}>
            {words.toCase}
          </LinkButton>
        </div>
      </Card>
    );
  if (!item) return null;
  const login = waitsForPerson(item.state.kind);
  return (
    <Card as="article" className="outbox-row" aria-label={title}>
      <h3 className="outbox-title">{title}</h3>
      {login ? <p className="muted">{copy.on}</p> : <OutboxProgress item={item} />}
      {!login && <OutboxActions item={item} />}
    </Card>
  );
}

export const page = definePage<Names>({
  Page: personal(Together),
  copies: [togetherCopy, casesCopy, identityCopy, errorCopy],
  title: ({ language }) => togetherCopy.get(language).title,
  data: loadNames,
});
