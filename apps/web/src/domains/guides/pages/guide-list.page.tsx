import type { ContentSource } from '@jena/content';
import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { PhoneIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { useDoneTasks } from '../checklist.ts';
import { guidesCopy } from '../copy.ts';
import './guide-list.css';

type Item = { slug: string; title: string; summary: string; tasks: string[] };
type ListData = {
  first: Item[];
  topics: { code: string; title: string; guides: Item[] }[];
  emergency: { number: string; text: string }[];
};

/** What everyone needs first, whatever brought them here. */
const firstGuides = ['erster-monat', 'anmeldung-schritt-fuer-schritt', 'vor-der-ankunft'];

function GuideListPage({ data }: { data: ListData }) {
  const copy = useCopy(guidesCopy);
  return (
    <div className="stack-large wide">
      <PageHeader title={copy.list.title} lead={copy.list.lead} />
      <Section title={copy.list.first}>
        <div className="guides-first">
          {data.first.map((guide, index) => (
            <Card
              key={guide.slug}
              as="article"
              tone={index === 0 ? 'light' : 'plain'}
              className="guides-card"
            >
              <h3>{guide.title}</h3>
              <p>{guide.summary}</p>
              <p>
                <LinkButton to={paths.guide(guide.slug)} variant={index === 0 ? 'primary' : 'secondary'}>
                  <Progress tasks={guide.tasks} />
                </LinkButton>
              </p>
            </Card>
          ))}
        </div>
      </Section>
      <div className="guides-topics">
        {data.topics.map((topic) => (
          <Section key={topic.code} title={topic.title} id={topic.code}>
            <List>
              {topic.guides.map((guide) => (
                <ListRow
                  key={guide.slug}
                  to={paths.guide(guide.slug)}
                  title={guide.title}
                  detail={
                    <>
                      {guide.summary} <Progress tasks={guide.tasks} />
                    </>
                  }
                />
              ))}
            </List>
          </Section>
        ))}
      </div>
      <Section title={copy.list.emergency} id="notfall">
        <List>
          {data.emergency.map((entry) => (
            <ListRow
              key={entry.number}
              icon={<PhoneIcon />}
              title={entry.number}
              detail={entry.text}
              href={`tel:${entry.number.replaceAll(/[^+\d]/g, '')}`}
            />
          ))}
        </List>
      </Section>
    </div>
  );
}

function Progress({ tasks }: { tasks: string[] }) {
  const copy = useCopy(guidesCopy);
  const done = useDoneTasks();
  const count = tasks.filter((task) => done.has(task)).length;
  return (
    <span className="guides-progress">
      {count === 0 ? copy.taskCount(tasks.length) : copy.guide.progress(count, tasks.length)}
    </span>
  );
}

async function loadList(content: ContentSource): Promise<ListData> {
  const { guides, topics, emergency } = await content.bundle('guides');
  const item = ({ slug, title, summary, tasks }: Item): Item => ({ slug, title, summary, tasks });
  const rest = guides.filter((guide) => !firstGuides.includes(guide.slug));
  return {
    first: firstGuides.flatMap((slug) => guides.filter((guide) => guide.slug === slug).map(item)),
    topics: Object.entries(topics)
      .map(([code, title]) => ({
        code,
        title,
        // Under its first topic only, so that nothing stands twice.
        guides: rest.filter((guide) => guide.topics[0] === code).map(item),
      }))
      .filter((topic) => topic.guides.length > 0),
    emergency,
  };
}

export const page = definePage<ListData>({
  Page: GuideListPage,
  copies: [guidesCopy],
  title: ({ language }) => guidesCopy.get(language).list.title,
  description: ({ language }) => guidesCopy.get(language).list.description,
  data: ({ content }) => loadList(content),
});
