import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SkeletonPage } from '../../ui/skeleton/skeleton.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { copy } from '../copy.de.ts';
import { trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { staffSentence } from '../lib/words.ts';
import { useTitle } from '../parts/title.ts';
import { RuleCard } from './rule-card.tsx';
import { ShareCard } from './share-card.tsx';
import './automation-page.css';

const pollMs = 15_000;
const trialMs = 1_000;

/** For operators: what may be settled without hands, its trial on past cases, its switch, and the share it settles. */
export function AutomationPage() {
  const { awake } = useDesk();
  const overview = useQuery({
    ...trpc.automation.overview.queryOptions(undefined, { enabled: awake }),
    refetchInterval: ({ state }) =>
      state.data?.rules.some(({ simulation }) => simulation?.finishedAt === null) ? trialMs : pollMs,
  });
  useTitle(words.title);
  return (
    <div className="automation">
      <h1>{words.title}</h1>
      <p className="muted">{words.lead}</p>
      {overview.error && (
        <Notice
          tone="danger"
          title={copy.loadFailed}
          live="polite"
          action={
            <Button variant="secondary" onClick={() => void overview.refetch()}>
              {copy.again}
            </Button>
          }
        >
          {staffSentence(overview.error)}
        </Notice>
      )}
      {overview.isPending && !overview.error && <SkeletonPage />}
      {overview.data && (
        <>
          <ul className="automation-rules">
            {overview.data.rules.map((rule) => (
              <li key={rule.id}>
                <RuleCard rule={rule} />
              </li>
            ))}
          </ul>
          <ShareCard weeks={overview.data.weeks} />
        </>
      )}
    </div>
  );
}
