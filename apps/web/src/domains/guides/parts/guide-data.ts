import type { ContentSource, LocalGuide, LocalTask } from '@jena/content';

type Named = { id: string; title: string };
type Source = { id: string; url: string; about: string; asOf: string };

export type GuideTask = Pick<LocalTask, 'id' | 'title' | 'text' | 'bring' | 'link'> & {
  deadline: string | undefined;
  unconfirmed: boolean;
  /** Tasks of the same guide that come first. */
  before: Named[];
  services: Named[];
  offices: Named[];
};

export type GuideData = {
  guide: Pick<LocalGuide, 'slug' | 'title' | 'summary'> & { tips: { text: string; unconfirmed: boolean }[] };
  groups: string[];
  tasks: GuideTask[];
  assumes: Named[];
  prerequisites: Named[];
  services: Named[];
  offices: Named[];
  sources: Source[];
};

const isUnconfirmed = (fact: { sources: string[] }) =>
  fact.sources.every((source) => source === 'unconfirmed');

/** A guide with its tasks in order and the names of all they point to; undefined when there is no such guide. */
export async function loadGuide(
  content: ContentSource,
  slug: string | undefined,
): Promise<GuideData | undefined> {
  const [all, { services }, { offices }, { sources }] = await Promise.all([
    content.bundle('guides'),
    content.bundle('services'),
    content.bundle('offices'),
    content.bundle('sources'),
  ]);
  const guide = all.guides.find((candidate) => candidate.slug === slug);
  if (!guide) return undefined;
  const names = {
    services: new Map(services.map((service) => [service.slug, service.title])),
    offices: new Map(offices.map((office) => [office.id, office.name])),
    guides: new Map(all.guides.map((other) => [other.slug, other.title])),
    tasks: new Map(all.tasks.map((task) => [task.id, task.title])),
  };
  const named = (ids: readonly string[], known: Map<string, string>): Named[] =>
    ids.flatMap((id) => {
      const title = known.get(id);
      return title === undefined ? [] : [{ id, title }];
    });
  const tasks = guide.tasks.flatMap((id) => all.tasks.filter((task) => task.id === id));
  const facts = [guide, ...guide.tips, ...tasks];
  return {
    guide: {
      slug: guide.slug,
      title: guide.title,
      summary: guide.summary,
      tips: guide.tips.map((tip) => ({ text: tip.text, unconfirmed: isUnconfirmed(tip) })),
    },
    groups:
      guide.appliesTo.length < Object.keys(all.groups).length
        ? guide.appliesTo.flatMap((g) => all.groups[g] ?? [])
        : [],
    tasks: tasks.map((task) => ({
      id: task.id,
      title: task.title,
      text: task.text,
      bring: task.bring,
      link: task.link,
      deadline: task.deadline?.text,
      unconfirmed: isUnconfirmed(task),
      before: named(
        task.requires.filter((id) => guide.tasks.includes(id)),
        names.tasks,
      ),
      services: named(task.services, names.services),
      offices: named(task.offices, names.offices),
    })),
    assumes: named(guide.assumesDone, names.tasks),
    prerequisites: named(guide.prerequisites, names.guides),
    services: named(guide.services, names.services),
    offices: named(guide.offices, names.offices),
    sources: [...new Set(facts.flatMap((fact) => fact.sources))].flatMap((id) => {
      const source = sources[id];
      return source ? [{ id, url: source.url, about: source.about, asOf: source.asOf }] : [];
    }),
  };
}
