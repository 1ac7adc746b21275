import { useInfiniteQuery } from '@tanstack/react-query';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { Table } from '../../../ui/table/table.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { accountCopy } from '../copy.ts';

function AccessLogPage({ data }: { data: Names; params: Params }) {
  const copy = useCopy(accountCopy);
  return (
    <div className="stack-large">
      <PageHeader
        title={copy.accessLog}
        lead={copy.log.lead}
        back={{ to: paths.account(), label: copy.title }}
      />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <AccessLog names={data} />
      </LoginGate>
    </div>
  );
}

function AccessLog({ names }: { names: Names }) {
  const copy = useCopy(accountCopy);
  const language = useLanguage();
  const log = useInfiniteQuery({
    queryKey: [...trpc.account.accessLog.queryKey(), 'pages'],
    queryFn: ({ pageParam }) => client.account.accessLog.query({ after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  if (!log.data) {
    if (log.isPending && log.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void log.refetch()}>{copy.log.again}</Button>}>
        {copy.log.unavailable}
      </Notice>
    );
  }
  const entries = log.data.pages.flatMap((page) => page.entries).map((entry, index) => ({ ...entry, index }));
  if (entries.length === 0) return <EmptyState title={copy.log.empty} />;
  return (
    <div className="stack">
      <Table
        caption={copy.accessLog}
        captionHidden
        rows={entries}
        rowKey={(entry) => `${entry.at}-${entry.index}`}
        columns={[
          { key: 'when', header: copy.log.when, cell: (entry) => formatMoment(entry.at, language) },
          {
            key: 'who',
            header: copy.log.who,
            cell: (entry) => names.offices[entry.officeId] ?? entry.officeId,
          },
          { key: 'why', header: copy.log.why, cell: (entry) => copy.log.purpose[entry.purpose] },
          {
            key: 'reference',
            header: copy.log.reference,
            cell: (entry) => <bdi>{entry.caseReference ?? '–'}</bdi>,
          },
        ]}
      />
      {log.hasNextPage && (
        <Button variant="secondary" onClick={() => void log.fetchNextPage()}>
          {copy.log.more}
        </Button>
      )}
    </div>
  );
}

export const page = definePage<Names>({
  Page: personal(AccessLogPage),
  copies: [accountCopy, identityCopy],
  title: ({ language }) => accountCopy.get(language).accessLog,
  data: loadNames,
});
