import type { ContentSource } from '@jena/content';
import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { LifeEventDrawing } from '../../../ui/drawings/life-event-drawing.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { servicesCopy } from '../copy.ts';
import { SearchBox } from '../parts/search-box.tsx';
import './service-list.css';

type Item = { slug: string; title: string; online: boolean };
type Group = {
  code: string;
  title: string;
  slugs: string[];
  bundles: { slug: string; title: string; summary: string }[];
};
type ListData = { groups: Group[]; items: Item[] };

function ServiceListPage({ data }: { data: ListData }) {
  const copy = useCopy(servicesCopy);
  const items = new Map(data.items.map((item) => [item.slug, item]));
  return (
    <div className="stack-large wide">
      <PageHeader title={copy.list.title} lead={copy.list.lead} />
      <div id="suche" className="catalogue-search">
        <SearchBox />
      </div>
      <nav aria-label={copy.list.jump} className="catalogue-jump no-print">
        <ul className="catalogue-jumps">
          {data.groups.map((group) => (
            <li key={group.code}>
              <a href={`#${group.code}`}>{group.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="catalogue">
        {data.groups.map((group) => (
          <Section
            key={group.code}
            id={group.code}
            title={
              <span className="catalogue-title">
                <LifeEventDrawing lifeEvent={group.code} size={40} />
                {group.title}
              </span>
            }
          >
            <List>
              {group.bundles.map(({ slug, title, summary }) => (
                <ListRow
                  key={slug}
                  to={paths.form(slug)}
                  title={title}
                  detail={summary}
                  end={<Badge tone="light">{copy.online}</Badge>}
                />
              ))}
              {group.slugs.map((slug) => {
                const item = items.get(slug);
                if (!item) return null;
                return (
                  <ListRow
                    key={slug}
                    to={paths.service(slug)}
                    title={item.title}
                    end={item.online && <Badge tone="light">{copy.online}</Badge>}
                  />
                );
              })}
            </List>
          </Section>
        ))}
      </div>
    </div>
  );
}

async function loadList(content: ContentSource): Promise<ListData> {
  const { services, lifeEvents, bundles } = await content.bundle('services');
  const groups = Object.entries(lifeEvents)
    .map(([code, title]) => ({
      code,
      title,
      slugs: services.filter((service) => service.lifeEvents.includes(code)).map((service) => service.slug),
      bundles: (bundles ?? [])
        .filter(({ lifeEvent }) => lifeEvent === code)
        .map(({ slug, title, summary }) => ({ slug, title, summary })),
    }))
    .filter((group) => group.slugs.length > 0);
  return { groups, items: services.map(({ slug, title, form }) => ({ slug, title, online: form !== null })) };
}

export const page = definePage<ListData>({
  Page: ServiceListPage,
  copies: [servicesCopy],
  title: ({ language }) => servicesCopy.get(language).list.title,
  description: ({ language }) => servicesCopy.get(language).list.description,
  data: ({ content }) => loadList(content),
});
