import type { Hours, OpenState } from '@jena/content/opening';
import { openState } from '@jena/content/opening';
import { type Catalogue, loadCatalogue, loadManifest } from '@jena/content/server';
import type { CodeLists, FormDefinition } from '@jena/shared/forms';
import type { Day, Language } from '@jena/shared/kernel';
import { type OfficeOpenState, officeUnknown } from '@jena/shared/services';

type Service = Catalogue['services'] extends ReadonlyMap<string, infer S> ? S : never;

/** What the server asks of the catalogue. */
export type Services = {
  serviceBySlug(slug: string): Service | undefined;
  /** A form by its own slug (`service.form`): the version asked for, else the newest. */
  formBySlug(slug: string, version?: number): FormDefinition | undefined;
  /** Codes that are too many to stand in a form; for the form engine's context. */
  readonly codeLists: CodeLists;
  officeName(officeId: string, language: Language): string | undefined;
  /** Regular and special hours, null when nobody told us. @throws services.office_unknown */
  officeHours(officeId: string): Hours | null;
  /** @throws services.office_unknown */
  openState(officeId: string, at: Date): OfficeOpenState;
  /** Changes with every change of the built content. Throws when the content was never built. */
  contentVersion(): string;
};

/** Reads the catalogue once; it changes with a new release only. */
export function createServices(catalogue: Catalogue = loadCatalogue()): Services {
  let version: string | undefined;
  const office = (officeId: string) => {
    const found = catalogue.offices.get(officeId);
    if (found === undefined) throw officeUnknown();
    return found;
  };
  return {
    serviceBySlug: (slug) => catalogue.services.get(slug),
    formBySlug: (slug, wanted) => catalogue.form(slug, wanted),
    codeLists: { streets: new Set(catalogue.streets), countries: new Set(catalogue.countries) },
    officeName: (officeId, language) => catalogue.offices.get(officeId)?.name[language],
    officeHours: (officeId) => office(officeId).openingHours,
    openState: (officeId, at) => toAnswer(openState(office(officeId), at)),
    contentVersion() {
      version ??= loadManifest().version;
      return version;
    },
  };
}

function toAnswer(state: OpenState | null): OfficeOpenState {
  if (state === null) return { state: 'unknown' };
  if (state.open) return { state: 'open', closesAt: state.closesAt };
  const { opensAt } = state;
  return { state: 'closed', opensAt: opensAt && { day: opensAt.day as Day, clock: opensAt.clock } };
}
