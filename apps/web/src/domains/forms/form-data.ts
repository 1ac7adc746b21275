import type { ContentSource, LocalForm, LocalService } from '@jena/content';
import type { AttachedFile, CodeLists, FormContext } from '@jena/shared/forms';
import { cityTime } from '@jena/shared/kernel';

/** A form with the lists that its questions choose from, in the reader's language. */
export type FormData = {
  service: LocalService;
  form: LocalForm;
  streets: readonly string[];
  countries: readonly { code: string; name: string }[];
  kitas: readonly { code: string; name: string }[];
};

/** The newest form of a service; undefined when the catalogue knows no such service or it has no form. */
export async function loadFormData(
  content: ContentSource,
  slug: string | undefined,
): Promise<FormData | undefined> {
  const [{ services }, { forms, streets, countries, kitas }] = await Promise.all([
    content.bundle('services'),
    content.bundle('forms'),
  ]);
  const service = services.find((known) => known.slug === slug);
  const form = forms.find((known) => known.slug === service?.form);
  return service && form && { service, form, streets, countries, kitas };
}

const lists = new WeakMap<FormData, CodeLists>();

/** What the rules need besides the answers, as of now. */
export function contextOf(
  data: FormData,
  files: Readonly<Record<string, readonly AttachedFile[]>>,
): FormContext {
  let codeLists = lists.get(data);
  if (!codeLists) {
    codeLists = {
      streets: new Set(data.streets),
      countries: new Set(data.countries.map((country) => country.code)),
      kitas: new Set(data.kitas.map((kita) => kita.code)),
    };
    lists.set(data, codeLists);
  }
  return { today: cityTime(new Date()).day, codeLists, files };
}
