import type { Field, FormDefinition, FormPage, Rules } from '@jena/shared/forms';
import { formDefinitionSchema } from '@jena/shared/forms/schema';
import { composeBundle } from './compose-bundle.ts';
import type { Problem } from './parse.ts';
import type { Service } from './schema.ts';
import type { ServiceBundle } from './service-bundle.ts';

type Fault = [rule: string, detail: string];
type Known = {
  bundles: readonly ServiceBundle[];
  services: readonly Service[];
  forms: readonly FormDefinition[];
};

/** The newest form of a service. */
export function newestForm(
  { services, forms }: Omit<Known, 'bundles'>,
  service: string,
): FormDefinition | undefined {
  const slug = services.find((known) => known.slug === service)?.form;
  return forms.filter((form) => form.slug === slug).sort((a, b) => b.version - a.version)[0];
}

/** What is mapped fits the form that takes it, and the one form that comes out is sound. */
export function checkBundles(known: Known): Problem[] {
  return known.bundles.flatMap((bundle) => {
    const where = `bundles/${bundle.slug}`;
    const shared = [...bundle.pages, ...bundle.morePages, ...bundle.lastPages].flatMap(
      (page) => (page as unknown as FormPage).fields,
    );
    const faults = bundle.parts.flatMap((part): Fault[] => {
      const form = newestForm(known, part.service);
      if (!form) return [['bundle-unknown-service', part.service]];
      const fees = known.services.find(({ slug }) => slug === part.service)?.fees ?? [];
      if (!fees.some(({ id }) => id === part.fee)) return [['bundle-unknown-fee', `${part.id}: ${part.fee}`]];
      return checkPart(part, form, new Map(shared.map((field) => [field.name, field])));
    });
    for (const name of [bundle.overview.choice, ...bundle.overview.ticks.map(({ field }) => field)])
      if (!shared.some((field) => field.name === name))
        faults.push(['bundle-overview', `“${name}” is not asked`]);
    if (known.services.some(({ slug }) => slug === bundle.slug))
      faults.push(['bundle-name-taken', bundle.slug]);
    return [...faults, ...(faults.length === 0 ? checkWhole(bundle, known) : [])].map(([rule, detail]) => ({
      rule,
      where,
      detail,
    }));
  });
}

function checkWhole(bundle: ServiceBundle, known: Known): Fault[] {
  try {
    const form = composeBundle(bundle, (service) => newestForm(known, service));
    const { error } = formDefinitionSchema.safeParse(form);
    return (error?.issues ?? []).map(({ path, message }) => ['bundle-form', `${path.join('.')}: ${message}`]);
  } catch (error) {
    return [['bundle-form', (error as Error).message]];
  }
}

function checkPart(
  { id, map, each }: ServiceBundle['parts'][number],
  form: FormDefinition,
  shared: ReadonlyMap<string, Field>,
): Fault[] {
  const targets = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  return Object.entries(map).flatMap(([name, source]): Fault[] => {
    const told = (fault: string): Fault => ['bundle-mapping', `${id}.${name}: ${fault}`];
    const target = targets.get(name);
    if (!target) return [told('the form does not ask this')];
    if (typeof source === 'object' && 'omit' in source)
      return target.required ? [told('must be answered')] : [];
    if (typeof source === 'object' && 'value' in source)
      return target.options?.some(({ value }) => value === source.value) ? [] : [told('no such choice')];
    const wanted = typeof source === 'string' ? source : 'from' in source ? source.from : source.item;
    const group = typeof source === 'object' && 'item' in source ? shared.get(each?.group ?? '') : undefined;
    const origin = group ? group.fields?.find((inner) => inner.name === wanted) : shared.get(wanted);
    if (!origin) return [told(`the bundle does not ask “${wanted}”`)];
    const values = typeof source === 'object' && 'from' in source ? source.values : undefined;
    const safe = typeof source === 'object' && 'item' in source && source.because !== undefined;
    return misfits(origin, target, values)
      .filter((fault) => !(safe && fault.endsWith(' differs')))
      .map(told);
  });
}

const oneOfFew = new Set(['radio', 'select']);
const exact = ['oneOf', 'min', 'minLength', 'charset', 'compact', 'mustBe', 'accept'] as const;

/** Why an answer to one question may not answer another. */
function misfits(origin: Field, target: Field, values?: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  const alike = origin.type === target.type || (oneOfFew.has(origin.type) && oneOfFew.has(target.type));
  if (!alike) faults.push(`a ${origin.type} is no ${target.type}`);
  if (target.codeList && origin.codeList !== target.codeList)
    faults.push(`is not from the list ${target.codeList}`);
  if (target.required && !origin.required) faults.push('may stay empty, and must not');
  if (target.options && !target.codeList) {
    const codes = new Set(target.options.map(({ value }) => value));
    for (const { value } of origin.options ?? []) {
      const code = values ? values[value] : value;
      if (code === undefined || !codes.has(code)) faults.push(`“${value}” is no choice there`);
    }
  }
  const [from, to]: [Rules, Rules] = [origin.rules ?? {}, target.rules ?? {}];
  for (const rule of exact)
    if (to[rule] !== undefined && JSON.stringify(to[rule]) !== JSON.stringify(from[rule]))
      faults.push(`${rule} differs`);
  if (to.pattern !== undefined && !isNarrower(from, to.pattern)) faults.push('pattern differs');
  if (longer(from.maxLength, to.maxLength)) faults.push('may be longer');
  if (longer(from.maxFiles, to.maxFiles)) faults.push('may be more files');
  if (typeof to.max === 'number' ? longer(from.max, to.max) : to.max !== undefined && from.max !== to.max)
    faults.push('max differs');
  for (const inner of target.fields ?? []) {
    const own = origin.fields?.find(({ name }) => name === inner.name);
    faults.push(
      ...(own ? misfits(own, inner).map((fault) => `${inner.name} ${fault}`) : [`${inner.name} is missing`]),
    );
  }
  return faults;
}

function isNarrower({ pattern, oneOf }: Rules, wanted: string): boolean {
  if (pattern === wanted || withoutExceptions(pattern) === wanted) return true;
  return oneOf?.every((one) => new RegExp(wanted, 'u').test(one)) ?? false;
}

/** `^(?!…)x` takes less than `^x`. */
function withoutExceptions(pattern: string | undefined): string | undefined {
  return pattern?.replace(/^\^\(\?!(?:[^()]|\([^()]*\))*\)/, '^');
}

function longer(from: string | number | undefined, to: number | undefined): boolean {
  return to !== undefined && (typeof from !== 'number' || from > to);
}
