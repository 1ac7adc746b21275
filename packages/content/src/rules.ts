import { cardFacts, evidenceFacts, lookupsOf, type Rule, registerFacts } from '@jena/shared/automation';
import { type Condition, type FormDefinition, fieldsOf } from '@jena/shared/forms';
import type { Problem } from './parse.ts';

type Service = { slug: string; form: string | null };

/** A rule is of a service that one can apply for, and reads only what the form asks and the product knows. */
export function checkRules(
  services: readonly Service[],
  forms: readonly FormDefinition[],
  rules: readonly Rule[],
): Problem[] {
  return rules.flatMap((rule) => {
    const where = `rules/${rule.id}`;
    const slug = services.find((service) => service.slug === rule.service)?.form;
    const versions = forms.filter((form) => form.slug === slug && rule.forms.includes(form.version));
    if (versions.length === 0) return [{ rule: 'missing-form', where, detail: rule.service }];
    return versions.flatMap((form) =>
      unknownNames(rule, form).map((detail) => ({ rule: 'unknown-field', where, detail })),
    );
  });
}

function unknownNames(rule: Rule, form: FormDefinition): string[] {
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  const isFile = (name: string) => fields.get(name)?.type === 'file';
  const isKnown = (field: string): boolean => {
    const [place = '', name = '', what = ''] = field.split('.');
    if (place === 'evidence') return isFile(name) && (evidenceFacts as readonly string[]).includes(what);
    if (place === 'register')
      return Object.hasOwn(rule.lookups, name) && (registerFacts as readonly string[]).includes(what);
    if (place === 'card') return (cardFacts as readonly string[]).includes(name);
    const asked = fields.get(place);
    return name === '' ? asked !== undefined : (asked?.fields?.some((inner) => inner.name === name) ?? false);
  };
  const conditions = rule.checks.flatMap(({ when, must }): Condition[] => (when ? [when, must] : [must]));
  const lookups = Object.values(rule.lookups).flatMap(({ ask, address }) => [
    ...Object.values(ask),
    ...Object.values(address ?? {}),
  ]);
  return [
    ...[...conditions.flatMap(fieldsOf), ...lookups].filter((field) => !isKnown(field)),
    ...rule.checks.flatMap(({ else: otherwise }) =>
      otherwise.do === 'ask' && !isFile(otherwise.field) ? [otherwise.field] : [],
    ),
    // A question to the register decides nothing about whether it is asked.
    ...rule.checks.flatMap(({ when }) => (when ? lookupsOf(when).map((name) => `register.${name}`) : [])),
  ];
}
