import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { PrintIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { useDoneTasks } from '../checklist.ts';
import { guidesCopy } from '../copy.ts';
import { type GuideData, loadGuide } from '../parts/guide-data.ts';
import { TaskItem } from '../parts/task-item.tsx';
import './guide.css';

function GuidePage({ data }: { data: GuideData }) {
  const copy = useCopy(guidesCopy).guide;
  const done = useDoneTasks();
  const { guide, tasks } = data;
  const count = tasks.filter((task) => done.has(task.id)).length;
  return (
    <article className="guide">
      <PageHeader title={guide.title} lead={guide.summary} back={{ to: paths.guides(), label: copy.back }}>
        {data.groups.length > 0 && (
          <p className="small muted">
            {copy.forWhom}: {data.groups.join(' · ')}
          </p>
        )}
      </PageHeader>
      {data.prerequisites.length > 0 && (
        <Section title={copy.prerequisites}>
          <List>
            {data.prerequisites.map((other) => (
              <ListRow key={other.id} to={paths.guide(other.id)} title={other.title} />
            ))}
          </List>
        </Section>
      )}
      {data.assumes.length > 0 && (
        <p className="small muted">
          {copy.assumes}: {data.assumes.map((task) => task.title).join(' · ')}
        </p>
      )}
      <Section title={copy.tasks}>
        <div className="guide-progress" aria-live="polite">
          <ProgressBar
            value={count}
            max={tasks.length}
            label={count === tasks.length ? copy.allDone : copy.progress(count, tasks.length)}
          />
        </div>
        <ol className="guide-tasks">
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} done={done.has(task.id)} />
          ))}
        </ol>
        <p className="small muted no-print">{copy.keptHere}</p>
        <p className="no-print">
          <Button variant="secondary" icon={<PrintIcon />} onClick={() => window.print()}>
            {copy.print}
          </Button>
        </p>
      </Section>
      {guide.tips.length > 0 && (
        <Section title={copy.tips}>
          <ul className="points">
            {guide.tips.map((tip) => (
              <li key={tip.text}>
                {tip.text} {tip.unconfirmed && <span className="unconfirmed">{copy.unconfirmed}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="guide-more no-print">
        {data.services.length > 0 && (
          <Section title={copy.services}>
            <List>
              {data.services.map((service) => (
                <ListRow key={service.id} to={paths.service(service.id)} title={service.title} />
              ))}
            </List>
          </Section>
        )}
        {data.offices.length > 0 && (
          <Section title={copy.offices}>
            <List>
              {data.offices.map((office) => (
                <ListRow key={office.id} to={paths.office(office.id)} title={office.title} />
              ))}
            </List>
          </Section>
        )}
      </div>
      {data.sources.length > 0 && (
        <Disclosure summary={copy.sources}>
          <ul className="points">
            {data.sources.map((source) => (
              <li key={source.id}>
                <a href={source.url} rel="noreferrer">
                  {source.about}
                </a>{' '}
                <span className="muted small">({copy.asOf(source.asOf)})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </article>
  );
}

export const page = definePage<GuideData>({
  Page: GuidePage,
  copies: [guidesCopy],
  title: ({ data }) => data.guide.title,
  description: ({ data }) => data.guide.summary,
  data: ({ content, params }) => loadGuide(content, params.slug),
});
