import { z } from 'zod';
import { textSchema } from '../kernel/languageSchemas.ts';

const outcomes = ['approve', 'prepared', 'ask', 'person'] as const;

/** What a rule did to a case, as the case's event keeps it: names of checks and codes, no answers. */
export const automaticActSchema = z.object({
  rule: z.string(),
  version: z.number().int(),
  do: z.enum(outcomes),
  reason: z.string().nullable(),
  check: z.string().nullable(),
  trace: z.array(z.object({ check: z.string(), result: z.enum(['holds', 'fails', 'unknown']) })),
});
export type AutomaticAct = z.infer<typeof automaticActSchema>;

/** An automatic act in words, for whoever reads the timeline. */
export const explanationSchema = z.object({
  rule: z.string(),
  version: z.number().int(),
  title: textSchema,
  law: z.object({ ref: z.string(), note: textSchema }),
  do: z.enum(outcomes),
  /** A general reason, whose words the page has; null when the rule says it itself. */
  reason: z.string().nullable(),
  /** What the check says that decided; null when all held. */
  says: textSchema.nullable(),
  /** Every check that was made, in order. */
  lines: z.array(z.object({ says: textSchema, result: z.enum(['holds', 'fails', 'unknown']) })),
});
export type Explanation = z.infer<typeof explanationSchema>;
