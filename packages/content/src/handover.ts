import { z } from 'zod';
import type { Problem } from './parse.ts';
import { slugSchema } from './schema.ts';

/** Where approved cases of a service go on: another system of the city. Where it is reached, the setting says. */
export const handoverSchema = z.strictObject({
  service: slugSchema,
  /** A name; each installation says which FIT-Connect destination it is. */
  destination: z.string().regex(/^[a-z][a-z-]*$/),
  /** Whose system it is: the person reads this office in their access log. */
  officeId: slugSchema,
  schemaUri: z.string().regex(/^(urn|https):/),
});
export type HandoverRoute = z.infer<typeof handoverSchema>;

/** A route is of a service that one can apply for, and to an office that is known. */
export function checkHandovers(
  services: readonly { slug: string; form: string | null }[],
  offices: readonly { id: string }[],
  routes: readonly HandoverRoute[],
): Problem[] {
  return routes.flatMap(({ service, officeId }) => {
    const where = `handover/${service}`;
    const problems: Problem[] = [];
    if (!services.some(({ slug, form }) => slug === service && form !== null))
      problems.push({ rule: 'missing-form', where, detail: service });
    if (!offices.some(({ id }) => id === officeId))
      problems.push({ rule: 'missing-office', where, detail: officeId });
    return problems;
  });
}
