import {
  askedWhen,
  type BundleSource,
  type Condition,
  type Field,
  type FormDefinition,
  type FormPage,
  holds,
  laterQuestion,
  ownQuestion,
  type PartInstance,
  partInstances,
  partPage,
} from '@jena/shared/forms';
import type { Day, Text } from '@jena/shared/kernel';
import type { ServiceBundle } from './service-bundle.ts';

type Part = ServiceBundle['parts'][number];

/**
 * The one form of a bundle: its own pages, then what may wait, then of each part what no other answer says, then the last
 * pages. Questions of a part are shown when the part takes part, is not left for later, and their own condition holds.
 * @throws Error when a part's form is not known, or a condition cannot be told in the bundle's answers
 */
export function composeBundle(
  bundle: ServiceBundle,
  formOf: (service: string) => FormDefinition | undefined,
): FormDefinition {
  let version = bundle.version;
  for (const { service } of bundle.parts) version += formOf(service)?.version ?? 0;
  return {
    slug: bundle.slug,
    version,
    title: bundle.title,
    pages: [
      ...(bundle.pages as unknown as FormPage[]),
      ...laterPage(bundle),
      ...(bundle.morePages as unknown as FormPage[]),
      ...partInstances(bundle.parts).flatMap((instance) => {
        const form = formOf(instance.part.service);
        if (!form) throw new Error(`no form for ${instance.part.service}`);
        return form.pages.flatMap((page) => pageOf(page, instance));
      }),
      ...(bundle.lastPages as unknown as FormPage[]),
    ],
  };
}

/** One tick for each part that may wait; only those are shown that take part. */
function laterPage({ parts, later }: ServiceBundle): FormPage[] {
  const fields = partInstances(parts)
    .filter(({ part }) => part.mayWait)
    .map((instance): Field => {
      const { de, en } = named(instance);
      const { id, when } = instance;
      return {
        name: laterQuestion(id),
        type: 'checkbox',
        label: { de: `${de}: später erledigen`, en: `${en}: do this later` },
        required: false,
        ...(when && { showWhen: when }),
      };
    });
  return fields.length === 0 ? [] : [{ id: 'spaeter', ...later, fields }];
}

function pageOf(page: FormPage, instance: PartInstance<Part>): FormPage[] {
  const own = page.showWhen === undefined ? true : told(page.showWhen, instance);
  if (own === false) return [];
  const fields = page.fields.flatMap((field) => fieldOf(field, instance));
  if (fields.length === 0) return [];
  const conditions = [askedWhen(instance), own === true ? undefined : own].filter((one) => one !== undefined);
  const [only] = conditions;
  return [
    {
      ...page,
      id: partPage(instance.id, page.id),
      title: headed(page.title, instance),
      fields,
      ...(conditions.length > 1 ? { showWhen: { all: conditions } } : only && { showWhen: only }),
    },
  ];
}

function headed(title: Text, instance: PartInstance<Part>): Text {
  const { de, en } = named(instance);
  return { de: `${de}: ${title.de}`, en: `${en}: ${title.en}` };
}

/** People in the group are numbered from 2: the first one is who applies. */
function named({ part: { label }, index }: PartInstance<Part>): Text {
  if (index === null) return label;
  return { de: `${label.de}, Person ${index + 2}`, en: `${label.en}, person ${index + 2}` };
}

function fieldOf(field: Field, instance: PartInstance<Part>): Field[] {
  if (instance.part.map[field.name] !== undefined) return [];
  const shown = field.showWhen === undefined ? true : told(field.showWhen, instance);
  if (shown === false) return [];
  const { showWhen: _own, evidence, ...rest } = field;
  const { countFrom } = field.repeat ?? {};
  return [
    {
      ...rest,
      name: ownQuestion(instance.id, field.name),
      ...(evidence !== undefined && { evidence: `${instance.part.id}-${evidence}` }),
      ...(field.repeat &&
        countFrom !== undefined && {
          repeat: { ...field.repeat, countFrom: placeOf(countFrom, instance) },
        }),
      ...(shown !== true && { showWhen: shown }),
    },
  ];
}

/** Where the answer to a part's question stands in the bundle. @throws Error where it stands nowhere */
function placeOf(name: string, { id, part, index }: PartInstance<Part>): string {
  const source = part.map[name];
  if (source === undefined) return ownQuestion(id, name);
  if (typeof source === 'string') return source;
  if ('item' in source && part.each) return `${part.each.group}.${index}.${source.item}`;
  throw new Error(`${id}: “${name}” has no place in the bundle`);
}

const anyDay = '2026-01-01' as Day;

/** A part's condition in the bundle's answers; true or false where they do not matter. */
function told(condition: Condition, instance: PartInstance<Part>): Condition | boolean {
  if ('all' in condition) {
    const parts = condition.all.map((part) => told(part, instance));
    if (parts.includes(false)) return false;
    return joined(parts, 'all');
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => told(part, instance));
    if (parts.includes(true)) return true;
    return joined(parts, 'any');
  }
  if ('not' in condition) {
    const part = told(condition.not, instance);
    return typeof part === 'boolean' ? !part : { not: part };
  }
  const [name = '', inner] = condition.field.split('.');
  const source: BundleSource | undefined = instance.part.map[name];
  if (source !== undefined && typeof source !== 'string') {
    if ('value' in source) return holds(condition, () => source.value, anyDay);
    if ('omit' in source) return holds(condition, () => undefined, anyDay);
    if ('from' in source) return translated(condition, source);
  }
  const place = placeOf(name, instance);
  return { ...condition, field: inner === undefined ? place : `${place}.${inner}` };
}

function joined(parts: (Condition | boolean)[], word: 'all' | 'any'): Condition | boolean {
  const open = parts.filter((part) => typeof part !== 'boolean');
  const [only] = open;
  if (only === undefined) return word === 'all';
  if (open.length === 1) return only;
  return word === 'all' ? { all: open } : { any: open };
}

function translated(
  condition: Extract<Condition, { field: string }>,
  { from, values }: Extract<BundleSource, { from: string }>,
): Condition | boolean {
  if (condition.op === 'notEmpty') return { field: from, op: 'notEmpty' };
  const codes = Object.keys(values).filter((code) => holds(condition, () => values[code], anyDay));
  return codes.length === 0 ? false : { field: from, op: 'in', value: codes };
}
