import { z } from 'zod';
import { daySchema } from '../kernel/index.ts';
import { caseStates } from './model.ts';
import { queueRowSchema } from './queues.schema.ts';
import { searchWords } from './search.ts';

/** What a caseworker looks for among the cases of their office; all that is said must fit. */
export const searchInput = z
  .object({
    /** The number of a case, or words of the applicant's name. */
    text: z.string().trim().max(120).default(''),
    service: z.string().max(80).nullable().default(null),
    state: z.enum(caseStates).nullable().default(null),
    /** Handed in from this day on, and on or before that one, by the calendar in Jena. */
    from: daySchema.nullable().default(null),
    to: daySchema.nullable().default(null),
    after: z.string().max(80).nullable().default(null),
  })
  .refine(
    ({ text, service, state, from, to }) =>
      searchWords(text).length > 0 ||
      (text === '' && [service, state, from, to].some((asked) => asked !== null)),
  );
export type Search = Omit<z.infer<typeof searchInput>, 'after'>;

/** The newest first. */
export const searchSchema = z.object({ rows: z.array(queueRowSchema), next: z.string().nullable() });
