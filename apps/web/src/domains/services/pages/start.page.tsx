import { lazy, Suspense, useEffect, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { useLive } from '../../../lib/live.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { commonDrawings } from '../../../ui/drawings/common.tsx';
import { ArrowIcon, ChevronIcon } from '../../../ui/icons/basic.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { servicesCopy } from '../copy.ts';
import { HanfriedOffer } from '../parts/hanfried-offer.tsx';
import { OpenNow } from '../parts/open-now.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { loadStart, type StartData } from '../parts/start-data.ts';
import './start.css';

/** Behind Hanfried's greeting: `/?hanfried=1`. */
const HanfriedHelp = lazy(async () => ({
  default: (await import('../../assistant/parts/hanfried-help.tsx')).HanfriedHelp,
}));

/** Only for people who have something here; everyone else never loads it. */
const WaitingForYou = lazy(async () => ({
  default: (await import('../../cases/parts/waiting-for-you.tsx')).WaitingForYou,
}));

function StartPage({ data }: { data: StartData }) {
  const copy = useCopy(servicesCopy);
  const { mine } = useLive();
  // Not while prerendering: the address of the visit is known in the browser only.
  const [greeted, setGreeted] = useState(false);
  useEffect(() => setGreeted(new URLSearchParams(location.search).has('hanfried')), []);
  return (
    <div className="start">
      <div className="start-hero">
        <h1 tabIndex={-1}>{copy.start.heading}</h1>
        <SearchBox />
      </div>
      {greeted && (
        <Suspense fallback={null}>
          <HanfriedHelp />
        </Suspense>
      )}
      {mine && (
        <Suspense fallback={null}>
          <WaitingForYou />
        </Suspense>
      )}
      <div className="start-body">
        <div className="start-column">
          <Section
            title={copy.start.popular}
            action={<Link to={paths.services()}>{copy.start.allServices}</Link>}
          >
            <List>
              {data.wanted.map((service) => (
                <ListRow
                  key={service.slug}
                  to={paths.service(service.slug)}
                  title={service.title}
                  end={service.online && <Badge tone="light">{copy.online}</Badge>}
                />
              ))}
            </List>
          </Section>
          <Link to={paths.guides()} className="start-newcomer">
            <span className="start-newcomer-words">
              <strong className="start-newcomer-title">{copy.start.newcomer.title}</strong>
              <span>{copy.start.newcomer.text}</span>
              <span className="start-newcomer-action">
                {copy.start.newcomer.action} <ArrowIcon size={20} />
              </span>
            </span>
          </Link>
        </div>
        <div className="start-column">
          <Section
            title={copy.start.lifeEvents}
            action={<Link to={paths.services()}>{copy.start.allLifeEvents}</Link>}
          >
            <ul className="start-tiles">
              {data.lifeEvents.map(({ code, title }) => {
                const Drawing = commonDrawings[code];
                return (
                  <li key={code}>
                    <Link to={`${paths.services()}#${code}`} className="start-tile">
                      <Drawing size={44} />
                      <span>{title}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </Section>
        </div>
        <div className="start-foot">
          <HanfriedOffer />
          {data.office && (
            <Link to={paths.office(data.office.id)} className="start-office">
              <span className="start-office-words">
                <span className="muted small">{copy.start.officeNow}</span>
                <strong>{data.office.name}</strong>
                <OpenNow hours={data.office.openingHours} />
              </span>
              <ChevronIcon />
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

export const page = definePage<StartData>({
  Page: StartPage,
  copies: [servicesCopy],
  title: ({ language }) => servicesCopy.get(language).start.title,
  description: ({ language }) => servicesCopy.get(language).start.description,
  data: ({ content }) => loadStart(content),
});
