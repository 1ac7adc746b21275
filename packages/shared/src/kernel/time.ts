import { z } from 'zod';
import { type Day, type Instant, isDay } from './days.ts';

export const daySchema = z.string().refine(isDay, 'not a calendar date') as unknown as z.ZodType<Day, string>;

export const instantSchema = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant, string>;
