import type { ContentSource, LocalOffice } from '@jena/content';
import { wantedIn } from './season.ts';

/** Life situations on the start page, in this order; the rest stand on the list of services. */
const shownLifeEvents = [
  'umzug',
  'ausweis',
  'familie',
  'auto',
  'wohnen',
  'geburt',
  'hochzeit',
  'wenig-geld',
  'gruendung',
  'bauen',
] as const;
export type ShownLifeEvent = (typeof shownLifeEvents)[number];

const frontOffice = 'buergerservice';

export type StartData = {
  wanted: { slug: string; title: string; online: boolean }[];
  lifeEvents: { code: ShownLifeEvent; title: string }[];
  office: Pick<LocalOffice, 'id' | 'name' | 'openingHours'> | undefined;
};

/** What the start page shows before anyone logs in. Kept small: the prerendered page carries it. */
export async function loadStart(content: ContentSource, now = new Date()): Promise<StartData> {
  const [{ services, lifeEvents }, { offices }] = await Promise.all([
    content.bundle('services'),
    content.bundle('offices'),
  ]);
  const wanted = wantedIn(now.getMonth() + 1)
    .flatMap((slug) => services.find((service) => service.slug === slug) ?? [])
    .slice(0, 5);
  const office = offices.find((candidate) => candidate.id === frontOffice);
  return {
    wanted: wanted.map(({ slug, title, form }) => ({ slug, title, online: form !== null })),
    lifeEvents: shownLifeEvents.flatMap((code) => {
      const title = lifeEvents[code];
      return title === undefined ? [] : [{ code, title }];
    }),
    office: office && { id: office.id, name: office.name, openingHours: office.openingHours },
  };
}
