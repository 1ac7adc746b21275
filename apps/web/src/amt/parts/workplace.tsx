import { useEffect, useRef } from 'react';
import { navigate } from '../../lib/navigation.ts';
import { CasePane } from '../case/case-pane.tsx';
import { useCase } from '../case/use-case.ts';
import { caseCopy } from '../copy.case.de.ts';
import { EvidencePane } from '../evidence/evidence-pane.tsx';
import { threePanes, useMedia } from '../lib/media.ts';
import { amtPaths, type CasePlace, queues } from '../lib/places.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { useQueueName } from '../queue/queue-name.ts';
import { QueuePane } from '../queue/queue-pane.tsx';
import { stepInQueue } from '../queue/step.ts';
import { useQueue } from '../queue/use-queue.ts';
import { useSearch } from '../search/use-search.ts';
import { useTitle } from './title.ts';
import './workplace.css';

/** Queue, case and evidence side by side; on narrow screens one after the other. */
export function Workplace({ place }: { place: CasePlace }) {
  const { queue, caseId, view, documentId } = place;
  const nameOf = useQueueName();
  const wide = useMedia(threePanes);
  const isSearch = queue === 'search';
  const found = useSearch(isSearch);
  const kept = useQueue(isSearch ? 'new' : queue);
  const list = isSearch ? { ...kept, ...found } : kept;
  const opened = useCase(caseId, isSearch ? 'search' : 'queue');
  const rowAt = list.rows.find((row) => row.id === caseId)?.updatedAt;
  const refresh = () => void opened.refetch();
  useRefreshWhenMoved(caseId, caseId && (rowAt ?? 'elsewhere'), refresh);
  useRefreshWhenOlder(opened.data?.updatedAt, rowAt, refresh);
  const title = opened.data ? `${caseCopy.pane} ${opened.data.reference}` : nameOf(queue);
  useTitle(title);
  useShortcuts({
    j: () => stepInQueue(1, caseId),
    k: () => stepInQueue(-1, caseId),
    ...Object.fromEntries(
      queues.map((name, index) => [String(index + 1), () => navigate(amtPaths.queue(name))]),
    ),
  });
  return (
    <div className="desk" data-view={view}>
      <h1 className="sr-only">{title}</h1>
      <QueuePane queue={queue} openId={caseId} list={list} />
      <CasePane key={caseId ?? 'none'} place={place} opened={opened} />
      {(wide || view === 'evidence') && (
        <EvidencePane
          key={`papers-${caseId ?? 'none'}`}
          place={place}
          opened={opened}
          documentId={documentId}
        />
      )}
    </div>
  );
}

/** The list hears every 15 seconds what moved; the open case follows when it was that one. */
function useRefreshWhenMoved(caseId: string | undefined, stamp: string | undefined, refresh: () => void) {
  const seen = useRef<{ caseId: string | undefined; stamp: string | undefined }>({ caseId, stamp });
  const run = useRef(refresh);
  useEffect(() => {
    run.current = refresh;
  });
  useEffect(() => {
    const before = seen.current;
    seen.current = { caseId, stamp };
    if (before.caseId === caseId && before.stamp !== stamp) run.current();
  }, [caseId, stamp]);
}

/** A case that was looked at a moment ago is still at hand as it was then; the row in the list may know better. */
function useRefreshWhenOlder(caseAt: string | undefined, rowAt: string | undefined, refresh: () => void) {
  const run = useRef(refresh);
  useEffect(() => {
    run.current = refresh;
  });
  useEffect(() => {
    if (caseAt !== undefined && rowAt !== undefined && caseAt < rowAt) run.current();
  }, [caseAt, rowAt]);
}
