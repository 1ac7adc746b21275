import type { DeadJob } from '@jena/shared/platform';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SkeletonPage } from '../../ui/skeleton/skeleton.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { copy } from '../copy.de.ts';
import { jobsCopy } from '../copy.evidence.de.ts';
import { client, queryClient, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { useTitle } from '../parts/title.ts';
import { ActButton } from './act-button.tsx';
import { EidCard } from './eid-card.tsx';
import { HandoverCard } from './handover-card.tsx';
import { QuarantineCard } from './quarantine-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import './jobs-page.css';

const pollMs = 15_000;

/** For operators: what the background work does, and what gave up. */
export function JobsPage() {
  const { awake } = useDesk();
  const jobs = useQuery(
    trpc.operations.jobs.queryOptions(undefined, { refetchInterval: pollMs, enabled: awake }),
  );
  useTitle(jobsCopy.title);
  return (
    <div className="jobs">
      <h1>{jobsCopy.title}</h1>
      <p className="muted">{jobsCopy.lead}</p>
      {jobs.error && (
        <Notice
          tone="danger"
          title={copy.loadFailed}
          live="polite"
          action={
            <Button variant="secondary" onClick={() => void jobs.refetch()}>
              {copy.again}
            </Button>
          }
        >
          {staffSentence(jobs.error)}
        </Notice>
      )}
      {jobs.data && (
        <ul className="jobs-counts">
          {(['waiting', 'running', 'dead'] as const).map((state) => (
            <li key={state} className={`jobs-count jobs-${state}`}>
              <strong>{jobs.data.counts[state]}</strong> {jobsCopy.counts[state]}
            </li>
          ))}
        </ul>
      )}
      {jobs.data && <Dead jobs={jobs.data.dead} />}
      {jobs.isPending && !jobs.error && <SkeletonPage />}
      <HandoverCard />
      <QuarantineCard />
      <EidCard />
      <SessionsCard />
    </div>
  );
}

const columns: readonly Column<DeadJob>[] = [
  { key: 'kind', header: jobsCopy.kind, cell: (job) => <code>{job.kind}</code> },
  { key: 'error', header: jobsCopy.error, cell: (job) => job.lastError ?? jobsCopy.unknown },
  { key: 'attempts', header: jobsCopy.attempts, align: 'end', cell: (job) => job.attempts },
  { key: 'planned', header: jobsCopy.planned, cell: (job) => moment(job.plannedAt) },
  { key: 'failed', header: jobsCopy.failed, cell: (job) => (job.finishedAt ? moment(job.finishedAt) : '–') },
  { key: 'act', header: jobsCopy.act, cell: (job) => <Retry job={job} /> },
];

function Dead({ jobs }: { jobs: readonly DeadJob[] }) {
  if (jobs.length === 0)
    return (
      <EmptyState title={jobsCopy.emptyTitle}>
        <p>{jobsCopy.emptyText}</p>
      </EmptyState>
    );
  return <Table caption={jobsCopy.dead} columns={columns} rows={jobs} rowKey={(job) => job.id} />;
}

function Retry({ job }: { job: DeadJob }) {
  const act = useAct({
    call: client.operations.retryJob.mutate,
    done: jobsCopy.done,
    changed: () => void queryClient.invalidateQueries(trpc.operations.pathFilter()),
  });
  return (
    <ActButton
      act={act}
      onPress={() => act.run({ jobId: job.id })}
      label={jobsCopy.retryOf(job.kind)}
      working={jobsCopy.retrying}
    >
      {jobsCopy.retry}
    </ActButton>
  );
}
