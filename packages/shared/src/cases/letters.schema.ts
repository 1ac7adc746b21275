import { z } from 'zod';
import { type LetterValue, letterUses, letterValues, placesIn } from './letters.ts';

/** Shape of a text block; apart from the rest, so that screens that only fill blocks carry no validator. */
export const letterBlockSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]{2,40}$/),
  uses: z.array(z.enum(letterUses)).min(1),
  name: z.string().min(2).max(40),
  text: z
    .string()
    .min(10)
    .max(1000)
    .refine((text) => placesIn(text).every((name) => letterValues.includes(name as LetterValue)), {
      error: 'a place that no case fills',
    }),
});
