import { z } from 'zod';
import { readyLanguages } from './language.ts';

export const languageSchema = z.enum(readyLanguages);
export const textSchema = z.object({ de: z.string().min(1), en: z.string().min(1) });
