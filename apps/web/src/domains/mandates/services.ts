import type { LocalService } from '@jena/content';
import type { LoadContext } from '../../lib/page.ts';

/** A service that one can apply for here, and so for others. */
export type OfferedService = Pick<LocalService, 'slug' | 'title' | 'audience'>;

export async function loadOffered({ content }: LoadContext): Promise<OfferedService[]> {
  const { services } = await content.bundle('services');
  return services
    .filter(({ form }) => form !== null)
    .map(({ slug, title, audience }) => ({ slug, title, audience }));
}
