import { z } from 'zod';
import { answersSchema } from '../cases/schema.ts';
import type { Day } from '../kernel/days.ts';
import { daySchema, textSchema } from '../kernel/index.ts';
import { fieldsOf } from './conditions.ts';
import type { FormCase } from './coverage.ts';
import { resolveDay } from './dates.ts';
import type { Condition, Field, FormDefinition } from './definition.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A condition on answers, as forms and rules write it. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string(),
      op: z.enum(['eq', 'gt', 'lt', 'contains', 'ageLt', 'childAgeLt']),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
    z.strictObject({
      field: z.string(),
      op: z.literal('in'),
      value: z.array(z.union([z.string(), z.number()])),
    }),
    z.strictObject({ field: z.string(), op: z.literal('notEmpty') }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const dayRule = z.string().refine(isDayRule, 'not a day, nor today±N');
function isDayRule(rule: string): boolean {
  try {
    return resolveDay(rule, '2026-01-01' as Day) !== undefined;
  } catch {
    return false;
  }
}
function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

const rulesSchema = z.strictObject({
  min: z.union([z.number(), dayRule]).optional(),
  max: z.union([z.number(), dayRule]).optional(),
  minLength: z.number().int().positive().optional(),
  maxLength: z.number().int().positive().optional(),
  pattern: z.string().refine(compiles, 'not a regular expression').optional(),
  oneOf: z.array(z.string()).min(1).optional(),
  mustBe: z.literal(true).optional(),
  warnBefore: dayRule.optional(),
  warnAfter: dayRule.optional(),
  accept: z.array(z.string()).min(1).optional(),
  maxFiles: z.number().int().positive().optional(),
  maxChoices: z.number().int().positive().optional(),
  compact: z.literal(true).optional(),
  charset: z.literal('din91379').optional(),
  message: textSchema.optional(),
  warning: textSchema.optional(),
});

const prefillSources = [
  'card.familyName',
  'card.birthName',
  'card.givenNames',
  'card.birthDate',
  'card.birthPlace',
  'card.nationality',
  'card.documentType',
  'card.validUntil',
  'card.address.street',
  'card.address.houseNumber',
  'card.address.postcode',
  'card.address.town',
  'contact.email',
  'contact.phone',
  'business.name',
  'business.registerNumber',
] as const;

const fieldSchema: z.ZodType<Field> = z.lazy(() =>
  z.strictObject({
    name,
    type: z.enum([
      'text',
      'textarea',
      'email',
      'tel',
      'number',
      'money',
      'iban',
      'date',
      'radio',
      'select',
      'multiselect',
      'checkbox',
      'checkboxGroup',
      'file',
      'group',
    ]),
    label: textSchema,
    hint: textSchema.optional(),
    why: textSchema.optional(),
    required: z.boolean(),
    options: z.array(z.strictObject({ value: z.string().min(1), label: textSchema })).optional(),
    codeList: z.enum(['streets', 'countries', 'kitas']).optional(),
    rules: rulesSchema.optional(),
    showWhen: conditionSchema.optional(),
    initial: z.string().optional(),
    reading: z.literal('datenschutz').optional(),
    autocomplete: z.string().optional(),
    inputMode: z.enum(['text', 'numeric', 'tel', 'email']).optional(),
    width: z.enum(['short', 'medium', 'full']).optional(),
    prefill: z.enum(prefillSources).optional(),
    prefillMap: z.record(z.string(), z.string()).optional(),
    fields: z.array(fieldSchema).optional(),
    repeat: z
      .strictObject({
        min: z.number().int().min(0),
        max: z.number().int().min(1).max(20),
        countFrom: z.string().optional(),
        minus: z.number().int().optional(),
      })
      .optional(),
    evidence: z.string().optional(),
    takes: z.literal('photoCode').optional(),
  }),
) as unknown as z.ZodType<Field>;

/** A form as the content holds it: right in shape, and sound in itself. For the content build, not for the phone. */
export const formDefinitionSchema = z
  .strictObject({
    slug,
    version: z.number().int().positive(),
    title: textSchema,
    coSign: z.strictObject({ when: conditionSchema.optional(), who: textSchema }).optional(),
    pages: z
      .array(
        z.strictObject({
          id: slug,
          title: textSchema,
          intro: textSchema.optional(),
          showWhen: conditionSchema.optional(),
          fields: z.array(fieldSchema).min(1),
        }),
      )
      .min(1),
  })
  .superRefine((form, context) => {
    for (const message of formFaults(form as unknown as FormDefinition))
      context.addIssue({ code: 'custom', message });
  }) as unknown as z.ZodType<FormDefinition>;

/** What the shape alone does not show: names used twice, conditions on questions that come later, choices without options. */
function formFaults(form: FormDefinition): string[] {
  const faults: string[] = [];
  const asked = new Set<string>();
  const ids = new Set<string>();
  const mustBeAsked = (
    where: string,
    condition: Condition | undefined,
    also: ReadonlySet<string> = new Set(),
  ) => {
    for (const field of condition ? fieldsOf(condition) : []) {
      const name = field.replace(/\.\d+\./, '.');
      if (!asked.has(name) && !also.has(name)) faults.push(`${where}: “${field}” is not asked before`);
    }
  };
  for (const page of form.pages) {
    if (ids.has(page.id) || page.id === 'pruefen') faults.push(`page ${page.id}: the name is taken`);
    ids.add(page.id);
    mustBeAsked(`page ${page.id}`, page.showWhen);
    for (const field of page.fields) {
      mustBeAsked(field.name, field.showWhen);
      if (asked.has(field.name)) faults.push(`${field.name}: asked twice`);
      faults.push(...fieldFaults(field));
      const countFrom = field.repeat?.countFrom;
      if (countFrom !== undefined && !asked.has(countFrom))
        faults.push(`${field.name}: “${countFrom}” is not asked before`);
      const siblings = new Set<string>();
      for (const inner of field.fields ?? []) {
        mustBeAsked(`${field.name}.${inner.name}`, inner.showWhen, siblings);
        if (siblings.has(inner.name)) faults.push(`${field.name}.${inner.name}: asked twice`);
        if (inner.type === 'group' || inner.type === 'file')
          faults.push(`${field.name}.${inner.name}: not inside a group`);
        faults.push(...fieldFaults(inner));
        siblings.add(inner.name);
        asked.add(`${field.name}.${inner.name}`);
      }
      asked.add(field.name);
    }
  }
  return faults;
}

function fieldFaults(field: Field): string[] {
  const faults: string[] = [];
  const choice = ['radio', 'select', 'multiselect', 'checkboxGroup'].includes(field.type);
  if (choice && !field.options && !field.codeList) faults.push(`${field.name}: nothing to choose from`);
  if ((field.type === 'group') !== (field.fields !== undefined))
    faults.push(`${field.name}: fields belong to groups`);
  if (field.type === 'group' && !field.repeat) faults.push(`${field.name}: how often does it repeat?`);
  const values = (field.options ?? []).map((option) => option.value);
  if (new Set(values).size !== values.length) faults.push(`${field.name}: an option twice`);
  const { min, max } = field.rules ?? {};
  const wanted = field.type === 'date' ? 'string' : 'number';
  if ([min, max].some((limit) => limit !== undefined && typeof limit !== wanted)) {
    faults.push(`${field.name}: min and max do not fit a ${field.type}`);
  }
  return faults;
}

const findings = z.array(z.string());
/** Test cases of a form, kept beside it. */
export const formCasesSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    today: daySchema,
    answers: answersSchema,
    files: z.record(z.string(), z.array(z.strictObject({ mediaType: z.string() }))).optional(),
    expect: z.strictObject({
      pages: findings,
      problems: findings,
      warnings: findings,
      evidence: findings,
      missingEvidence: findings,
    }),
  }),
) as unknown as z.ZodType<FormCase[]>;
