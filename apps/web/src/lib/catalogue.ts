import type { LocalForm, LocalOffice, LocalService } from '@jena/content';
import type { DocumentType } from '@jena/shared/vault';
import type { LoadContext } from './page.ts';

/** Names that personal pages show for ids: the catalogue of the reader's language, from the phone. */
export type Names = {
  services: Record<string, string>;
  offices: Record<string, string>;
  /** The service that makes a kind of document anew. */
  renewedBy: Partial<Record<DocumentType, string>>;
};

export async function loadNames({ content }: LoadContext): Promise<Names> {
  const [{ services, bundles }, { offices }] = await Promise.all([
    content.bundle('services'),
    content.bundle('offices'),
  ]);
  return {
    // A bundle is begun and waits like a service. Content that a phone kept from an earlier version knows none.
    services: Object.fromEntries([...services, ...(bundles ?? [])].map(({ slug, title }) => [slug, title])),
    offices: Object.fromEntries(offices.map((office: LocalOffice) => [office.id, office.name])),
    // Content that a phone kept from an earlier version says nothing of it.
    renewedBy: Object.fromEntries(
      services.flatMap(({ slug, renews }: LocalService) => (renews ?? []).map((type) => [type, slug])),
    ),
  };
}

/** Label of a form's field, e.g. for a missing paper. */
export function fieldLabel(form: LocalForm | undefined, name: string): string {
  return form?.pages.flatMap((page) => page.fields).find((field) => field.name === name)?.label ?? name;
}
