import type { Content, Problem } from './parse.ts';

/** The tasks form one graph without circles, and every guide walks it forwards. */
export function checkGraph(content: Content): Problem[] {
  return [
    ...circles(content, 'cycle', (task) => task.requires),
    ...circles(content, 'cycle-soft', (task) => [...task.requires, ...task.helpfulBefore]),
    ...content.guides.flatMap((guide) => checkOrder(content, guide)),
  ];
}

type Task = Content['tasks'][number];

function circles(content: Content, rule: string, before: (task: Task) => string[]): Problem[] {
  const tasks = new Map(content.tasks.map((task) => [task.id, task]));
  const state = new Map<string, 'open' | 'done'>();
  const problems: Problem[] = [];
  const visit = (id: string, path: string[]): void => {
    const task = tasks.get(id);
    if (!task || state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      problems.push({
        rule,
        where: `tasks/${id}`,
        detail: [...path.slice(path.indexOf(id)), id].join(' → '),
      });
      return;
    }
    state.set(id, 'open');
    for (const other of before(task)) visit(other, [...path, id]);
    state.set(id, 'done');
  };
  for (const id of tasks.keys()) visit(id, []);
  return problems;
}

/** A required task comes earlier, or the guide (or one before it) takes it as done, or it concerns none of its readers. */
function checkOrder(content: Content, guide: Content['guides'][number]): Problem[] {
  const tasks = new Map(content.tasks.map((task) => [task.id, task]));
  const guides = new Map(content.guides.map((item) => [item.slug, item]));
  const done = new Set(guide.assumesDone);
  for (const slug of guide.prerequisites) for (const id of guides.get(slug)?.tasks ?? []) done.add(id);
  const where = `guides/${guide.slug}`;
  const problems: Problem[] = [];
  guide.tasks.forEach((id, index) => {
    const task = tasks.get(id);
    for (const required of task?.requires ?? []) {
      const position = guide.tasks.indexOf(required);
      if (position > index)
        problems.push({ rule: 'order', where, detail: `${id} stands before ${required}` });
      const readers = guide.appliesTo.filter((group) => task?.appliesTo.includes(group));
      const concerns = tasks.get(required)?.appliesTo.some((group) => readers.includes(group)) ?? false;
      if (position === -1 && !done.has(required) && concerns) {
        problems.push({ rule: 'required-task-missing', where, detail: `${id} needs ${required}` });
      }
    }
  });
  return problems;
}
