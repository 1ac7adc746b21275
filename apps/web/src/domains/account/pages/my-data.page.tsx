import { useQuery } from '@tanstack/react-query';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { exportCopy } from '../export.copy.ts';
import { CardAgain } from '../parts/card-again.tsx';
import { ExportReady } from '../parts/export-ready.tsx';
import { RequestExport } from '../parts/request-export.tsx';

function MyData() {
  const copy = useCopy(exportCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: copy.account }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Archive />
      </LoginGate>
      <Section title={copy.contents}>
        <ul className="points">
          {copy.content.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="muted">{copy.format}</p>
      </Section>
    </div>
  );
}

/** Where the person's archive stands, and what they can do now. */
function Archive() {
  const copy = useCopy(exportCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const archive = useQuery({
    ...trpc.account.dataExport.queryOptions({}),
    refetchInterval: ({ state }) => (state.data?.ready === null ? 2_000 : false),
  });
  if (archive.data === undefined) {
    if (archive.isPending && archive.fetchStatus !== 'paused') return <SkeletonList rows={1} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void archive.refetch()}>{copy.retry}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  if (archive.data?.ready === null)
    return (
      <Notice title={copy.making} live="polite">
        {copy.makingHint}
      </Notice>
    );
  if (me.data?.kind !== 'citizen' || me.data.levelOfAssurance !== 'high') return <CardAgain />;
  const made = archive.data;
  return made?.ready ? <ExportReady id={made.id} ready={made.ready} /> : <RequestExport />;
}

export const page = definePage({
  Page: personal(MyData),
  copies: [exportCopy, identityCopy, errorCopy],
  title: ({ language }) => exportCopy.get(language).title,
});
