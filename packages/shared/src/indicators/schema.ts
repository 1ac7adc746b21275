import { z } from 'zod';
import { daySchema } from '../kernel/index.ts';
import { told } from './model.ts';

/** What a phone tells: no id, no time, no place; the server adds the day. */
export const tellInput = z.strictObject({ service: z.string().max(80), what: z.enum(told) });

const count = z.number().int().nullable();
const percent = z.number().int().min(0).max(100).nullable();

/** The figures of DIN SPEC 66336 §5.12. `null`: fewer than `fewest`, or of lengths than `fewestLengths`. Counts are rounded, see `publishable`. */
export const figuresSchema = z.object({
  visits: count,
  begun: count,
  submitted: count,
  /** Of the begun, per cent. */
  completion: percent,
  ratings: count,
  /** Of all who rated, per cent. */
  satisfied: percent,
  partly: percent,
  unsatisfied: percent,
  decided: count,
  /** From submission to decision, in hours. */
  medianHours: count,
  p90Hours: count,
  evidenceRequested: count,
  /** Cases with a paper that had to be photographed or uploaded, of the decided, per cent. */
  mediaBreaks: percent,
});
export type Figures = z.infer<typeof figuresSchema>;

export const indicatorsSchema = z.object({
  from: daySchema,
  to: daySchema,
  fewest: z.number().int(),
  fewestLengths: z.number().int(),
  total: figuresSchema,
  services: z.array(figuresSchema.extend({ service: z.string() })),
  /** The whole city, oldest first: `2026-11`. */
  months: z.array(figuresSchema.pick({ visits: true, submitted: true }).extend({ month: z.string() })),
});
export type Indicators = z.infer<typeof indicatorsSchema>;
