import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rule } from '@jena/shared/automation';
import type { FormDefinition } from '@jena/shared/forms';
import type { Language } from '@jena/shared/kernel';
import type { BundleName, Bundles, ContentManifest } from './bundle.ts';
import { countries } from './countries.ts';
import type { HandoverRoute } from './handover.ts';
import type { Issued } from './issued.ts';
import { loadContent } from './load.ts';
import type { Office, Service } from './schema.ts';
import type { ServiceBundle } from './service-bundle.ts';
import { validateContent } from './validate.ts';

export { keepVersion } from './archive.ts';
export type { HandoverRoute } from './handover.ts';
export { fillTemplate, type Issued } from './issued.ts';
export { dataDirectory, loadContent } from './load.ts';
export { validateContent } from './validate.ts';

/** Where `npm run build -w @jena/content` leaves the files for `/content/*`. */
export const contentDirectory = fileURLToPath(new URL('../dist/content/', import.meta.url));

/** The list of the built files. Throws when the content was not built yet. */
export function loadManifest(directory: string = contentDirectory): ContentManifest {
  return JSON.parse(readFileSync(`${directory}/manifest.json`, 'utf8')) as ContentManifest;
}

/** All bundles of one language from the built files, for prerendering and for server-side search. */
export function loadBundles(language: Language, directory: string = contentDirectory): Bundles {
  const files = loadManifest(directory).languages[language];
  if (!files) throw new Error(`no content for the language ${language}`);
  return Object.fromEntries(
    Object.entries(files).map(([name, { file }]) => [
      name as BundleName,
      JSON.parse(readFileSync(`${directory}/${file}`, 'utf8')),
    ]),
  ) as Bundles;
}

/** The catalogue in all its languages, for the backend: found by slug, forms also by version. */
export type Catalogue = {
  services: ReadonlyMap<string, Service>;
  offices: ReadonlyMap<string, Office>;
  /** The version asked for, else the newest. */
  form: (slug: string, version?: number) => FormDefinition | undefined;
  /** What is issued when a service is approved. */
  issued: ReadonlyMap<string, Issued>;
  /** What may be settled without hands, by service. */
  rules: ReadonlyMap<string, Rule>;
  /** Where approved cases go on, by service. */
  handovers: ReadonlyMap<string, HandoverRoute>;
  /** Life events that ask for several services at once. */
  bundles: ReadonlyMap<string, ServiceBundle>;
  streets: readonly string[];
  /** Codes of ISO 3166-1; their names are in the bundles. */
  countries: readonly string[];
  kitas: readonly string[];
};

/** Reads the data folder once. What fails validation is left out; the build is what refuses it. */
export function loadCatalogue(directory?: string): Catalogue {
  const { content } = validateContent(loadContent(directory));
  return {
    services: new Map(content.services.map((service) => [service.slug, service])),
    offices: new Map(content.offices.map((office) => [office.id, office])),
    form: (slug, version) =>
      content.forms
        .filter((form) => form.slug === slug && (version === undefined || form.version === version))
        .sort((a, b) => b.version - a.version)[0],
    issued: new Map(content.issued.map((one) => [one.service, one])),
    rules: new Map(content.rules.map((rule) => [rule.service, rule])),
    handovers: new Map(content.handovers.map((one) => [one.service, one])),
    bundles: new Map(content.bundles.map((bundle) => [bundle.slug, bundle])),
    streets: content.streets,
    countries: countries('de').map(({ code }) => code),
    kitas: content.kitas.map(({ id }) => id),
  };
}
