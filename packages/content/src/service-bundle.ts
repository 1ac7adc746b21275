import { conditionSchema } from '@jena/shared/forms/schema';
import { textSchema } from '@jena/shared/kernel';
import { z } from 'zod';
import { keywordsSchema } from './schema.ts';
import { slugSchema } from './slug.ts';

const field = z.string().regex(/^[a-z][a-z0-9_]*$/);

const sourceSchema = z.union([
  field,
  z.strictObject({ value: z.string() }),
  z.strictObject({ from: field, values: z.record(z.string(), z.string()) }),
  /** `because`: why an answer that the group takes keeps the form's rules too. */
  z.strictObject({ item: field, because: z.string().min(10).optional() }),
  z.strictObject({ omit: z.literal(true) }),
]);

/** Pages are proven with the composed form; blocks are taken in as in forms. */
const pagesSchema = z.array(z.looseObject({ id: slugSchema })).min(1);

/** A life event (Lebenslage) that asks everything once and becomes one case for each service. */
export const serviceBundleSchema = z.strictObject({
  slug: slugSchema,
  /** Raise it with each change after release, as of a form. */
  version: z.number().int().positive(),
  title: textSchema,
  summary: textSchema,
  lifeEvent: slugSchema,
  keywords: keywordsSchema,
  /** Asked before all parts: what decides which services take part, and what several of them need. */
  pages: pagesSchema,
  /** What the overview asks before anything else: the first question decides between parts, each tick is yes or no to another. */
  overview: z.strictObject({
    choice: field,
    ticks: z.array(z.strictObject({ field, label: textSchema, hint: textSchema.optional() })).min(1),
  }),
  /** How the page is headed that asks which parts may wait. */
  later: z.strictObject({ title: textSchema, intro: textSchema }),
  /** Asked before all parts, but only when it is known which of them wait. */
  morePages: pagesSchema,
  parts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+$/),
        service: slugSchema,
        /** How its pages are headed. */
        label: textSchema,
        when: conditionSchema.optional(),
        each: z
          .strictObject({
            group: field,
            max: z.number().int().min(1).max(20),
            when: z.strictObject({ field, value: z.string() }),
          })
          .optional(),
        /** The person may leave it for later. */
        mayWait: z.literal(true).optional(),
        /** Which of the service's fees most people pay here; by its id. */
        fee: slugSchema,
        map: z.record(z.string(), sourceSchema),
      }),
    )
    .min(2),
  /** Asked after all parts. */
  lastPages: pagesSchema,
});
export type ServiceBundle = z.output<typeof serviceBundleSchema>;
