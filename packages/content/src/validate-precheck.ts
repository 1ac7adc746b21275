import {
  type FormDefinition,
  fieldsOf,
  type PrecheckAnswers,
  precheckFills,
  precheckStep,
  precheckWays,
} from '@jena/shared/forms';
import type { Day } from '@jena/shared/kernel';
import type { Problem } from './parse.ts';
import type { Precheck } from './precheck.ts';
import type { Service } from './schema.ts';

/** Conditions of pre-checks compare chosen codes only, so any day will do. */
const anyDay = '2026-01-01' as Day;

/** Every way through a pre-check ends in a result, every result is reached, and every name points at something. */
export function checkPrechecks(services: readonly Service[], forms: readonly FormDefinition[]): Problem[] {
  const slugs = new Set(services.map(({ slug }) => slug));
  return services.flatMap((service) => {
    const { precheck } = service;
    if (!precheck) return [];
    const form = forms.find(({ slug }) => slug === service.form);
    const where = `services/${service.slug} precheck`;
    return [
      ...checkNames(service, precheck, slugs),
      ...checkWays(precheck),
      ...checkFills(precheck, form),
    ].map(([rule, detail]) => ({ rule, where, detail }));
  });
}

type Fault = [rule: string, detail: string];

function checkNames(service: Service, { questions, results }: Precheck, slugs: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const fees = new Set(service.fees.map(({ id }) => id));
  const evidence = new Set(service.evidence.map(({ id }) => id));
  for (const result of results) {
    const { id, fits, service: other } = result;
    if (other !== undefined && !slugs.has(other))
      faults.push(['precheck-unknown-service', `${id}: ${other}`]);
    if (other === service.slug) faults.push(['precheck-leads-to-itself', id]);
    if (fits && other !== undefined) faults.push(['precheck-both-right-and-elsewhere', id]);
    for (const fee of result.fees ?? [])
      if (!fees.has(fee)) faults.push(['precheck-unknown-fee', `${id}: ${fee}`]);
    for (const paper of result.evidence ?? [])
      if (!evidence.has(paper)) faults.push(['precheck-unknown-evidence', `${id}: ${paper}`]);
  }
  if (service.form === null && results.some(({ fits }) => fits))
    faults.push(['precheck-without-form', service.slug]);
  const ids = [...questions, ...results].map(({ id }) => id);
  const doubled = (list: string[]) => list.filter((id, index) => list.indexOf(id) < index);
  for (const id of [...doubled(questions.map((one) => one.id)), ...doubled(results.map((one) => one.id))])
    faults.push(['precheck-twice', id]);
  if (ids.length === 0) faults.push(['precheck-empty', service.slug]);
  const before = new Map<string, ReadonlySet<string>>();
  const look = (owner: string, condition: Precheck['results'][number]['when']) => {
    for (const field of condition ? fieldsOf(condition) : [])
      if (!before.has(field)) faults.push(['precheck-not-asked-before', `${owner}: ${field}`]);
  };
  for (const question of questions) {
    look(question.id, question.showWhen);
    before.set(question.id, new Set(question.options.map(({ value }) => value)));
  }
  for (const result of results) look(result.id, result.when);
  return faults;
}

function checkWays(precheck: Precheck): Fault[] {
  const told = (way: PrecheckAnswers) =>
    Object.entries(way)
      .map((pair) => pair.join('='))
      .join(', ');
  const reached = new Set<string>();
  const faults: Fault[] = [];
  for (const way of precheckWays(precheck, anyDay)) {
    const step = precheckStep(precheck, way, anyDay);
    if (step.kind === 'result') reached.add(step.result.id);
    else faults.push(['precheck-no-result', told(way)]);
  }
  for (const { id } of precheck.results) if (!reached.has(id)) faults.push(['precheck-never-reached', id]);
  return faults;
}

/** What is carried over must be an answer that the form knows. */
function checkFills(precheck: Precheck, form: FormDefinition | undefined): Fault[] {
  const fields = new Map(form?.pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  return precheckWays(precheck, anyDay).flatMap((way) =>
    Object.entries(precheckFills(precheck, way, anyDay)).flatMap(([name, value]): Fault[] => {
      const field = fields.get(name);
      const known = field?.options?.some((option) => option.value === value) ?? false;
      return known && (field?.type === 'radio' || field?.type === 'select')
        ? []
        : [['precheck-unknown-answer', `${name}: ${String(value)}`]];
    }),
  );
}
