import type { FormDefinition } from '@jena/shared/forms';
import { z } from 'zod';
import type { Problem } from './parse.ts';
import { slugSchema } from './schema.ts';

/**
 * What the city issues when it approves an application: a letter of one page, in the language of the authority. Values are
 * templates: `{field}` stands for an answer in words, `{new|old}` for the first of them that was given, `{applicant}` for
 * who applied. A fact of which nothing was answered is left out.
 */
export const issuedSchema = z.strictObject({
  service: slugSchema,
  /** How the document is called in the vault, and its file where it is saved: no signs that a file system refuses. */
  name: z.string().regex(/^[^:/\\?*"<>|]+$/),
  field: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string().min(1),
  /** The law, e.g. „nach § 24 Absatz 2 Bundesmeldegesetz (BMG)“. */
  basis: z.string().min(1),
  sentence: z.string().min(1),
  facts: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).min(1),
});
export type Issued = z.infer<typeof issuedSchema>;

const hole = /\{([a-z0-9_|]+)\}/g;

/** The names between braces, each with what stands in for it: `[['neuer_name', 'firma']]`. */
export function holesOf(template: string): string[][] {
  return [...template.matchAll(hole)].map(([, names = '']) => names.split('|'));
}

/** The template with its answers in place; '' when nothing of it was answered. */
export function fillTemplate(template: string, answer: (name: string) => string): string {
  let isAnswered = false;
  const filled = template.replaceAll(hole, (_hole, names: string) => {
    const value = names.split('|').map(answer).find(Boolean) ?? '';
    isAnswered ||= value !== '';
    return value;
  });
  return isAnswered || holesOf(template).length === 0 ? filled.replaceAll(/\s+/g, ' ').trim() : '';
}

/** A service that one can apply for issues something, and only of what its form asks. */
export function checkIssued(
  services: readonly { slug: string; form: string | null }[],
  forms: readonly FormDefinition[],
  issued: readonly Issued[],
): Problem[] {
  const problems: Problem[] = [];
  for (const { slug, form } of services) {
    if (form !== null && !issued.some((one) => one.service === slug))
      problems.push({ rule: 'nothing-issued', where: `services/${slug}`, detail: form });
  }
  for (const one of issued) {
    const where = `issued/${one.service}`;
    const slug = services.find((service) => service.slug === one.service)?.form;
    if (!slug) problems.push({ rule: 'missing-form', where, detail: one.service });
    for (const form of forms.filter((known) => known.slug === slug)) {
      const asked = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.name)));
      for (const name of one.facts.flatMap(({ value }) => holesOf(value).flat()))
        if (name !== 'applicant' && !asked.has(name))
          problems.push({ rule: 'unknown-field', where, detail: name });
    }
  }
  return problems;
}
