import { z } from 'zod';

/** Short names that stand in URLs and references. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
