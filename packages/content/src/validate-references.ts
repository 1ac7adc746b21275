import type { Content, Problem } from './parse.ts';

/** Every name that points somewhere must point at something. */
export function checkReferences(content: Content): Problem[] {
  const problems: Problem[] = [];
  const services = new Set(content.services.map((service) => service.slug));
  const guides = new Set(content.guides.map((guide) => guide.slug));
  const tasks = new Set(content.tasks.map((task) => task.id));
  const offices = new Set(content.offices.map((office) => office.id));
  const forms = new Set(content.forms.map((form) => form.slug));
  const { groups, anchors, lifeEvents, topics } = content.vocabulary;
  const known = (record: object) => new Set(Object.keys(record));

  const must = (rule: string, where: string, names: readonly string[], set: ReadonlySet<string>): void => {
    for (const name of names) if (!set.has(name)) problems.push({ rule, where, detail: name });
  };

  for (const service of content.services) {
    const where = `services/${service.slug}`;
    must('unknown-office', where, service.officeIds, offices);
    must('unknown-service', where, service.seeAlso, services);
    must('unknown-life-event', where, service.lifeEvents, known(lifeEvents));
    must('missing-form', where, service.form === null ? [] : [service.form], forms);
    const anchor = service.deadline?.anchor;
    must('unknown-anchor', where, anchor ? [anchor] : [], known(anchors));
    problems.push(...homeMade(service, content.forms));
  }
  problems.push(...renewedTwice(content));
  for (const task of content.tasks) {
    const where = `tasks/${task.id}`;
    must('unknown-task', where, [...task.requires, ...task.helpfulBefore], tasks);
    must('unknown-group', where, task.appliesTo, known(groups));
    must('unknown-anchor', where, task.deadline ? [task.deadline.anchor] : [], known(anchors));
    must('unknown-service', where, task.services, services);
    must('unknown-office', where, task.offices, offices);
  }
  for (const guide of content.guides) {
    const where = `guides/${guide.slug}`;
    must('unknown-task', where, [...guide.tasks, ...guide.assumesDone], tasks);
    must('unknown-group', where, guide.appliesTo, known(groups));
    must('unknown-topic', where, guide.topics, known(topics));
    must('unknown-service', where, guide.services, services);
    must('unknown-office', where, guide.offices, offices);
    must('unknown-guide', where, guide.prerequisites, guides);
  }
  for (const office of content.offices) {
    must('unknown-service', `offices/${office.id}`, office.services, services);
  }
  const sources = known(content.sources);
  for (const [where, value] of addressed(content)) {
    must('unknown-source', where, sourcesIn(value), sources);
  }
  return problems;
}

/** A reminder that a paper ends leads to one service. */
function renewedTwice({ services }: Content): Problem[] {
  const all = services.flatMap(({ slug, renews }) => renews.map((type) => ({ slug, type })));
  return all
    .filter(({ type }, index) => all.findIndex((other) => other.type === type) < index)
    .map(({ slug, type }) => ({ rule: 'renewed-twice', where: `services/${slug}`, detail: type }));
}

/** A form that would take from a phone what only a studio may make, or asks for a studio's code where anybody may. */
function homeMade(service: Content['services'][number], forms: Content['forms']): Problem[] {
  const studio = new Set(service.evidence.filter((item) => item.madeBy === 'studio').map(({ id }) => id));
  return forms
    .filter((form) => form.slug === service.form)
    .flatMap((form) => form.pages.flatMap((page) => page.fields))
    .filter(({ type, evidence, takes }) => {
      const isStudio = evidence !== undefined && studio.has(evidence);
      return type === 'file' && isStudio !== (takes === 'photoCode');
    })
    .map((field) => ({ rule: 'home-made-photo', where: `forms/${service.form}`, detail: field.name }));
}

/** Every item of the catalogue with the place where a person finds it. */
export function addressed(content: Content): [where: string, value: unknown][] {
  return [
    ...content.services.map((item): [string, unknown] => [`services/${item.slug}`, item]),
    ...content.guides.map((item): [string, unknown] => [`guides/${item.slug}`, item]),
    ...content.tasks.map((item): [string, unknown] => [`tasks/${item.id}`, item]),
    ...content.offices.map((item): [string, unknown] => [`offices/${item.id}`, item]),
    ...content.kitas.map((item): [string, unknown] => [`kitas/${item.id}`, item]),
    ...content.forms.map((item): [string, unknown] => [`forms/${item.slug}`, item]),
    ...content.emergency.map((item): [string, unknown] => [`emergency/${item.number}`, item]),
    ...content.bundles.map((item): [string, unknown] => [`bundles/${item.slug}`, item]),
    ['vocabulary', content.vocabulary],
  ];
}

function sourcesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'sources' && Array.isArray(item) ? (item as string[]) : sourcesIn(item),
  );
}
