import { useQuery } from '@tanstack/react-query';
import { loadFormData } from '../../domains/forms/form-data.ts';
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

/** The form of a service with its lists; `data` is null when the catalogue has none (any more). */
export function useForm(serviceSlug: string) {
  return useQuery({
    queryKey: ['catalogue', 'form', serviceSlug],
    queryFn: async () => (await loadFormData(content, serviceSlug)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
