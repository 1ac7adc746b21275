import { useQuery } from '@tanstack/react-query';
import { loadFormAt } from '../../domains/forms/form-data.ts';
import { loadNames } from '../../lib/catalogue.ts';
import { createContentSource } from '../../lib/content.ts';

const content = createContentSource('de');

/** Names of services and offices. Undefined until they are there; screens then show ids or nothing. */
export function useNames() {
  return useQuery({
    queryKey: ['catalogue', 'names'],
    queryFn: () => loadNames({ content, language: 'de', params: {} }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/** The form of a case with its lists, as it was handed in; `data` is null when the catalogue has none (any more). */
export function useForm({ serviceSlug, formVersion }: { serviceSlug: string; formVersion: number }) {
  return useQuery({
    queryKey: ['catalogue', 'form', serviceSlug, formVersion],
    queryFn: async () => (await loadFormAt(content, serviceSlug, formVersion)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
