import { mostPrecheckQuestions } from '@jena/shared/forms';
import { conditionSchema } from '@jena/shared/forms/schema';
import { textSchema } from '@jena/shared/kernel';
import { z } from 'zod';
import { slugSchema } from './slug.ts';

/** The questions before a form (Vorabcheck): is this the right service, what does it cost, what is needed? */
export const precheckSchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        /** Named in conditions. */
        id: z.string().regex(/^[a-z][a-z0-9_]*$/),
        text: textSchema,
        hint: textSchema.optional(),
        options: z
          .array(
            z.strictObject({
              value: z.string().regex(/^[a-z0-9_]+$/),
              label: textSchema,
              /** Answers of the form that are known by this choice, so that nobody is asked twice: question → code. */
              fills: z.record(z.string(), z.string()).optional(),
            }),
          )
          .min(2),
        /** Looks at earlier questions of the pre-check. */
        showWhen: conditionSchema.optional(),
      }),
    )
    .min(1)
    .max(mostPrecheckQuestions),
  /** The first whose condition holds is shown. */
  results: z
    .array(
      z.strictObject({
        id: slugSchema,
        when: conditionSchema.optional(),
        /** True: this is the right service, and its form comes next. */
        fits: z.boolean(),
        /** Missing: the general sentence for right or wrong. */
        title: textSchema.optional(),
        text: textSchema,
        /** Where it does not fit: the service that does. */
        service: slugSchema.optional(),
        /** Where it fits: which of the service's fees are due, and which papers are needed; missing = as the service says. */
        fees: z.array(slugSchema).optional(),
        evidence: z.array(slugSchema).optional(),
      }),
    )
    .min(1),
});
export type Precheck = z.output<typeof precheckSchema>;
