import type { Language } from '@jena/shared/kernel';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { createContentSource } from '../../../lib/content.ts';
import { useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { CheckCircleIcon } from '../../../ui/icons/basic.tsx';
import { List } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import type { CasesCopy } from '../copy.de.ts';
import { casesCopy } from '../copy.ts';
import { CaseRow } from './case-row.tsx';
import { closedStates } from './state-tone.ts';
import { useDrafts } from './use-drafts.ts';
import './waiting-for-you.css';

type Task = { key: string; title: string; text: string; action: string; to: string };

/** The top of the start page for someone who has something here: what needs them, one button each, then what comes. */
export function WaitingForYou() {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <Waiting ready={readyIn(language)} />
    </QueryClientProvider>
  );
}

async function serviceNames(language: Language): Promise<Record<string, string>> {
  const { services, bundles } = await createContentSource(language).bundle('services');
  return Object.fromEntries([...services, ...(bundles ?? [])].map(({ slug, title }) => [slug, title]));
}

const ready = new Map<Language, Ready>();

/** One promise a language: a new one at each attempt to draw would never be done. */
function readyIn(language: Language): Ready {
  const known = ready.get(language) ?? Promise.all([casesCopy.load(language), serviceNames(language)]);
  ready.set(language, known);
  return known;
}

/** What something in the outbox needs from the person; undefined while it needs nothing. */
function nextFor(
  kind: OutboxItem['state']['kind'],
  { start, logIn }: CasesCopy,
): Pick<Task, 'text' | 'action' | 'to'> | undefined {
  switch (kind) {
    case 'waiting_for_login':
      return { text: start.login, action: logIn, to: paths.login(paths.cases()) };
    case 'waiting_for_card':
      return { text: start.card, action: start.confirm, to: paths.cases() };
    case 'problem':
      return { text: start.problem, action: start.look, to: paths.cases() };
    default:
      return undefined;
  }
}

type Ready = Promise<[ReturnType<typeof casesCopy.get>, Record<string, string>]>;

function Waiting({ ready }: { ready: Ready }) {
  const [copy, names] = use(ready);
  const language = useLanguage();
  const outbox = useOutbox();
  const drafts = useDrafts();
  const me = useQuery(trpc.identity.me.queryOptions());
  const loggedIn = me.data?.kind === 'citizen';
  const mine = useQuery({ ...trpc.cases.mine.queryOptions(), enabled: loggedIn });
  const cases = loggedIn ? (mine.data?.cases ?? []) : [];
  const title = (slug: string) => names[slug] ?? copy.serviceGone;
  /** The paper is in the outbox: the person has done their part. */
  const answered = new Set(outbox.flatMap(({ kind, caseId }) => (kind === 'evidence' ? [caseId] : [])));

  const tasks: Task[] = [
    ...cases
      .filter((row) => row.waitsForCitizen && !answered.has(row.id))
      .map((row) => ({
        key: row.id,
        title: title(row.serviceSlug),
        text: copy.start.evidence,
        action: copy.start.addEvidence,
        to: paths.case(row.id),
      })),
    ...outbox.flatMap((item) => {
      const next = nextFor(item.state.kind, copy);
      return next ? [{ key: item.id, title: title(item.serviceSlug), ...next }] : [];
    }),
    ...drafts.map((draft) => ({
      key: draft.id,
      title: title(draft.serviceSlug),
      text: copy.start.draft(formatMoment(draft.updatedAt, language)),
      action: copy.draftGoOn,
      to: paths.form(draft.serviceSlug, draft.page),
    })),
  ];
  const next = cases.filter((row) => !row.waitsForCitizen && !closedStates.includes(row.state)).slice(0, 3);
  if (tasks.length + next.length === 0 && !loggedIn) return null;

  return (
    <div className="waiting stack-large">
      <Section title={copy.start.waits}>
        {tasks.length === 0 && (
          <Card className="waiting-done">
            <CheckCircleIcon />
            <p>
              <strong>{copy.start.allDone}.</strong> {copy.start.allDoneText}
            </p>
          </Card>
        )}
        <div className="stack">
          {tasks.map((task) => (
            <Card key={task.key} as="article" tone="light" className="waiting-task">
              <p>
                <strong>{task.title}</strong>
                <br />
                {task.text}
              </p>
              <LinkButton to={task.to}>{task.action}</LinkButton>
            </Card>
          ))}
        </div>
      </Section>
      {next.length > 0 && (
        <Section title={copy.start.next}>
          <List label={copy.start.next}>
            {next.map((row) => (
              <CaseRow key={row.id} summary={row} title={title(row.serviceSlug)} />
            ))}
          </List>
        </Section>
      )}
    </div>
  );
}
