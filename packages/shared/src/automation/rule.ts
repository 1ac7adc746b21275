import { z } from 'zod';
import { needsSecond } from '../cases/procedure.ts';
import { conditionSchema } from '../forms/schema.ts';
import { daySchema, textSchema } from '../kernel/index.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Whom the civil register is asked about: which answer holds which part of a person. */
const lookupSchema = z.strictObject({
  register: z.literal('residents'),
  ask: z.strictObject({ familyName: z.string(), givenNames: z.string(), birthDate: z.string() }),
  /** The address that is compared with the registered one. */
  address: z.strictObject({ street: z.string(), houseNumber: z.string(), postcode: z.string() }).optional(),
});
export type RegisterLookup = z.infer<typeof lookupSchema>;

/**
 * One thing that must hold. What a rule may do when it does not is a closed list: ask for a paper, or hand the case to a
 * person. There is no word for a rejection (§ 35a VwVfG, Art. 22 GDPR).
 */
const checkSchema = z.strictObject({
  id: code,
  /** Left out where it always applies. */
  when: conditionSchema.optional(),
  must: conditionSchema,
  /** Said when it holds. */
  says: textSchema,
  else: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('ask'), field: z.string(), says: textSchema }),
    z.strictObject({ do: z.literal('person'), says: textSchema }),
  ]),
});
export type Check = z.infer<typeof checkSchema>;

/**
 * A rule of one service, as data. Conditions read answers by their name, and facts under `evidence.<field>.`,
 * `register.<lookup>.` and `card.`. A changed rule gets a new version.
 */
export const ruleSchema = z
  .strictObject({
    id: slug,
    service: slug,
    version: z.number().int().positive(),
    title: textSchema,
    /** The versions of the service's form that the conditions were written for. */
    forms: z.array(z.number().int().positive()).min(1),
    /** `decide`: approves when all holds. `check`: prepares, and a person decides. */
    acts: z.enum(['decide', 'check']),
    law: z.strictObject({
      /** What permits the automatic act, or why a person must decide. */
      ref: z.string().min(1),
      note: textSchema,
      /** Neither discretion nor margin of judgement (§ 35a VwVfG). */
      isBound: z.boolean(),
      asOf: daySchema,
      /** `unconfirmed` until the city's lawyers have read it. */
      source: z.string().min(1),
    }),
    lookups: z.record(code, lookupSchema).default({}),
    checks: z.array(checkSchema).min(1),
  })
  .refine(
    (rule) => rule.acts === 'check' || rule.law.isBound,
    'only what is bound by law is decided by a rule',
  )
  .refine(
    (rule) => rule.acts === 'check' || !needsSecond(rule.service),
    'where two people have to agree no rule decides',
  )
  .refine(
    ({ checks }) => new Set(checks.map(({ id }) => id)).size === checks.length,
    'every check has a name of its own',
  );
export type Rule = z.infer<typeof ruleSchema>;
