import {
  type AccessEntry,
  accessByPerson,
  categoryOf,
  type AccessLog as Log,
  mandateOf,
  purposeOf,
} from '@jena/shared/account';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { MorePages } from '../../../lib/more-pages.tsx';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { personalLists } from '../../../lib/personal-lists.ts';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { Table } from '../../../ui/table/table.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { accountCopy } from '../copy.ts';
import { AccessProof } from '../parts/access-proof.tsx';
import { saveFile } from '../parts/save-file.ts';

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
  const log = useInfiniteQuery(personalLists.accessLog());
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const who = useWho(names, entries);
  if (!log.data) {
    if (log.isPending && log.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void log.refetch()}>{copy.log.again}</Button>}>
        {copy.log.unavailable}
      </Notice>
    );
  }
  const [newest] = log.data.pages;
  if (newest === undefined || entries.length === 0) {
    return (
      <>
        <AsOf query={log} />
        <EmptyState title={copy.log.empty} />
      </>
    );
  }
  const { subject, head } = newest;
  return (
    <div className="stack">
      <AsOf query={log} />
      <AccessProof log={{ subject, head, entries: entries.toReversed() }} />
      <Card>
        <Table
          caption={copy.accessLog}
          captionHidden
          rows={entries}
          rowKey={(entry) => String(entry.number)}
          columns={[
            { key: 'when', header: copy.log.when, cell: (entry) => formatMoment(entry.at, language) },
            {
              key: 'who',
              header: copy.log.who,
              cell: who,
            },
            { key: 'why', header: copy.log.why, cell: (entry) => copy.log.purpose[purposeOf(entry.act)] },
            { key: 'data', header: copy.log.data, cell: (entry) => copy.log.category[categoryOf(entry.act)] },
            {
              key: 'reference',
              header: copy.log.reference,
              cell: (entry) => <bdi>{entry.caseReference ?? '–'}</bdi>,
            },
          ]}
        />
      </Card>
      <MorePages list={log}>{copy.log.more}</MorePages>
      <p className="muted small">{copy.log.basis}</p>
      <SaveLog />
    </div>
  );
}

/** How whoever acted is called: an office, or who the person lets act for them. */
function useWho(names: Names, entries: readonly AccessEntry[]) {
  const copy = useCopy(accountCopy);
  const enabled = entries.some((entry) => mandateOf(entry) !== undefined);
  // The same as above: whoever took the mandate since the phone last asked has a name by now.
  const { data } = useQuery({ ...trpc.mandates.mine.queryOptions(), enabled });
  return (entry: AccessEntry) => {
    if (entry.officeId === accessByPerson) return copy.log.person;
    const mandate = mandateOf(entry);
    if (mandate === undefined) return names.offices[entry.officeId] ?? entry.officeId;
    return data?.given.find(({ id }) => id === mandate)?.holder || copy.log.representative;
  };
}

/** The whole log as a file, oldest entry first, as `npm run verify-access-log` reads it. @throws without a network */
async function wholeLog(): Promise<Log> {
  const entries: Log['entries'] = [];
  let page = await client.account.accessLog.query({ after: null });
  const { subject, head } = page;
  entries.push(...page.entries);
  while (page.next !== null) {
    page = await client.account.accessLog.query({ after: page.next });
    entries.push(...page.entries);
  }
  return { subject, entries: entries.toReversed(), head };
}

function SaveLog() {
  const { save, saving, saveFailed, fileName } = useCopy(accountCopy).log;
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  async function keep() {
    setState('busy');
    try {
      const text = JSON.stringify(await wholeLog(), null, 2);
      saveFile(fileName, new Blob([text], { type: 'application/json' }));
      setState('idle');
    } catch {
      setState('failed');
    }
  }
  return (
    <>
      <Button variant="secondary" onClick={() => void keep()} busy={state === 'busy' ? saving : undefined}>
        {save}
      </Button>
      {state === 'failed' && (
        <Notice tone="warning" live="assertive">
          {saveFailed}
        </Notice>
      )}
    </>
  );
}

export const page = definePage<Names>({
  Page: personal(AccessLogPage),
  copies: [accountCopy, identityCopy],
  title: ({ language }) => accountCopy.get(language).accessLog,
  data: loadNames,
});
