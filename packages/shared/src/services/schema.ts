import { z } from 'zod';
import { daySchema } from '../kernel/index.ts';

const clock = z.string().regex(/^\d\d:\d\d$/);

export const openStateInput = z.object({ officeId: z.string().max(80) });
/** Clock times are those of Jena. `unknown`: nobody told us the hours; that is not "closed". */
export const openStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), closesAt: clock }),
  z.object({
    state: z.literal('closed'),
    /** Null when no opening is known for the coming four weeks. */
    opensAt: z.object({ day: daySchema, clock }).nullable(),
  }),
  z.object({ state: z.literal('unknown') }),
]);
export type OfficeOpenState = z.infer<typeof openStateSchema>;

export const contentVersionSchema = z.object({ version: z.string() });
