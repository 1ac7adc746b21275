import { type LocalForm, type LocalService, localize } from '@jena/content';
import type { Hours, OpenState } from '@jena/content/opening';
import { openState } from '@jena/content/opening';
import {
  type Catalogue,
  type HandoverRoute,
  type Issued,
  loadCatalogue,
  loadManifest,
} from '@jena/content/server';
import type { Rule } from '@jena/shared/automation';
import type { CodeLists, FormDefinition } from '@jena/shared/forms';
import type { Day, Language } from '@jena/shared/kernel';
import { type OfficeOpenState, officeUnknown } from '@jena/shared/services';

type Service = Catalogue['services'] extends ReadonlyMap<string, infer S> ? S : never;

/** The catalogue in one language, in the shapes that pages have too. */
export type LocalCatalogue = {
  service(slug: string): LocalService | undefined;
  /** True for a life event that asks for several services at once. */
  isBundle(slug: string): boolean;
  form(slug: string, version?: number): LocalForm | undefined;
  /** What is issued when a service is approved; in German, the language of the authority. */
  issued(slug: string): Issued | undefined;
  codeLists(): CodeLists;
  /** Slugs of the services whose cases come to this office. */
  servicesAt(officeId: string): readonly string[];
};

/** What the server asks of the catalogue. */
export type Services = {
  serviceBySlug(slug: string): Service | undefined;
  /** A form by its own slug (`service.form`): the version asked for, else the newest. */
  formBySlug(slug: string, version?: number): FormDefinition | undefined;
  /** Codes that are too many to stand in a form; for the form engine's context. */
  readonly codeLists: CodeLists;
  /** What may be settled without hands, by service. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Where approved cases go on, by service. */
  readonly handovers: ReadonlyMap<string, HandoverRoute>;
  in(language: Language): LocalCatalogue;
  officeName(officeId: string, language: Language): string | undefined;
  /** Regular and special hours, null when nobody told us. @throws services.office_unknown */
  officeHours(officeId: string): Hours | null;
  /** @throws services.office_unknown */
  openState(officeId: string, at: Date): OfficeOpenState;
  /** Changes with every change of the built content. Throws when the content was never built. */
  contentVersion(): string;
};

/** Which office works on a service's cases: the first that is named. */
const caseOffice = (service: Service | undefined) => service?.officeIds[0] ?? 'buergerservice';

/** Reads the catalogue once, from a folder or as the product was built; it changes with a new release only. */
export function createServices(directory?: string): Services {
  const catalogue = loadCatalogue(directory);
  let version: string | undefined;
  const office = (officeId: string) => {
    const found = catalogue.offices.get(officeId);
    if (found === undefined) throw officeUnknown();
    return found;
  };
  const codeLists = {
    streets: new Set(catalogue.streets),
    countries: new Set(catalogue.countries),
    kitas: new Set(catalogue.kitas),
  };
  const atOffice = Map.groupBy(catalogue.services.keys(), (slug) => caseOffice(catalogue.services.get(slug)));
  const local = { de: catalogueIn('de'), en: catalogueIn('en') };

  function catalogueIn(language: Language): LocalCatalogue {
    const service = madeOnce((found: Service) => inLanguage(found, language));
    const form = madeOnce((found: FormDefinition) => localize(found, language));
    return {
      service: (slug) => service(catalogue.services.get(slug)),
      isBundle: (slug) => catalogue.bundles.has(slug),
      form: (slug, wanted) => form(catalogue.form(slug, wanted)),
      issued: (slug) => catalogue.issued.get(slug),
      codeLists: () => codeLists,
      servicesAt: (officeId) => atOffice.get(officeId) ?? [],
    };
  }

  return {
    serviceBySlug: (slug) => catalogue.services.get(slug),
    formBySlug: (slug, wanted) => catalogue.form(slug, wanted),
    codeLists,
    rules: catalogue.rules,
    handovers: catalogue.handovers,
    in: (language) => local[language],
    officeName: (officeId, language) => catalogue.offices.get(officeId)?.name[language],
    officeHours: (officeId) => office(officeId).openingHours,
    openState: (officeId, at) => toAnswer(openState(office(officeId), at)),
    contentVersion() {
      version ??= loadManifest().version;
      return version;
    },
  };
}

/** Picking a language out of a form takes longer than the case that asks for it. */
function madeOnce<In extends object, Out>(
  make: (value: In) => Out,
): (value: In | undefined) => Out | undefined {
  const made = new WeakMap<In, Out>();
  return (value) => {
    if (value === undefined) return undefined;
    const known = made.get(value) ?? make(value);
    made.set(value, known);
    return known;
  };
}

/** Keywords are lists per language; `localize` only knows texts. */
function inLanguage({ keywords, ...service }: Service, language: Language): LocalService {
  return { ...localize(service, language), keywords: keywords[language] };
}

function toAnswer(state: OpenState | null): OfficeOpenState {
  if (state === null) return { state: 'unknown' };
  if (state.open) return { state: 'open', closesAt: state.closesAt };
  const { opensAt } = state;
  return { state: 'closed', opensAt: opensAt && { day: opensAt.day as Day, clock: opensAt.clock } };
}
