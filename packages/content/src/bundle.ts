import type { BundlePart, FormDefinition } from '@jena/shared/forms';
import type { Localized } from './localize.ts';
import type { Precheck } from './precheck.ts';
import type { Amount, Guide, Kita, Office, Service, Task } from './schema.ts';
import type { ServiceBundle } from './service-bundle.ts';

/** What the phone downloads, per language: one JSON file a bundle, named by its hash, listed in `manifest.json`. */
export type LocalService = Omit<Localized<Service>, 'keywords' | 'precheck'> & {
  keywords: string[];
  /** Its questions lie in the bundle `prechecks`. */
  hasPrecheck?: true;
};
export type LocalPrecheck = Localized<Precheck>;
export type LocalOffice = Omit<Localized<Office>, 'keywords'> & { keywords?: string[] };
export type LocalTask = Localized<Task>;
export type LocalGuide = Omit<Localized<Guide>, 'keywords'> & { keywords?: string[] };
export type LocalKita = Localized<Kita>;
export type LocalForm = Localized<FormDefinition>;

/** An entry of a code list. */
export type Coded = { code: string; name: string };

export type Bundles = {
  services: {
    services: LocalService[];
    lifeEvents: Record<string, string>;
    /** Life events that ask for several services at once; the whole of them lies in `serviceBundles`. */
    bundles: LocalBundleHead[];
  };
  guides: {
    guides: LocalGuide[];
    tasks: LocalTask[];
    groups: Record<string, string>;
    anchors: Record<string, string>;
    topics: Record<string, string>;
    emergency: { number: string; text: string }[];
  };
  offices: { offices: LocalOffice[] };
  kitas: { kitas: LocalKita[] };
  forms: { forms: LocalForm[]; streets: string[]; countries: Coded[]; kitas: Coded[] };
  /** By service. */
  prechecks: { prechecks: Record<string, LocalPrecheck> };
  /** Life events that ask for several services at once. */
  serviceBundles: { bundles: LocalServiceBundle[] };
  sources: { sources: Record<string, { url: string; about: string; asOf: string }> };
};

export type LocalBundleHead = {
  slug: string;
  title: string;
  summary: string;
  lifeEvent: string;
  keywords: string[];
  /** The services that it may ask for. */
  services: string[];
};
/** A service that takes part in a bundle. `label`: one word for it, `title`: that of the service, `fee`: what most pay. */
export type LocalBundlePart = BundlePart & {
  label: string;
  title: string;
  fee: { variant: string; amount: Amount };
  time: string | null;
};
/** Several services that are asked for with one form: `service` reads like one, and is none of the catalogue. */
export type LocalServiceBundle = {
  service: LocalService;
  form: LocalForm;
  parts: LocalBundlePart[];
  overview: Localized<ServiceBundle['overview']>;
};

/** A form with the lists that its questions choose from, and its service, in the reader's language. */
export type FormBundle = {
  service: LocalService;
  form: LocalForm;
  streets: readonly string[];
  countries: readonly Coded[];
  kitas: readonly Coded[];
  /** When it is the one form of a bundle: the services that it becomes. */
  parts?: readonly LocalBundlePart[];
};
export type BundleName = keyof Bundles;

/** Where the form of one service lies by itself, for phones that begin there and have nothing else yet. */
export const formFile = (language: string, slug: string, version: string) =>
  `${language}/form/${slug}.${version}.json`;

/** Where an older version of a form lies by itself, for cases that were handed in with it; it never changes. */
export const olderFormFile = (language: string, form: string, version: number) =>
  `${language}/form/${form}@${version}.json`;

/** `/content/manifest.json`: the newest files. A phone fetches only bundles whose file name changed. */
export type ContentManifest = {
  version: string;
  languages: Record<string, Record<BundleName, { file: string; bytes: number }>>;
};

/** Where a page gets content: IndexedDB and network in the browser, the disk when prerendering. */
export type ContentSource = {
  bundle: <Name extends BundleName>(name: Name) => Promise<Bundles[Name]>;
  /** The form of one service, where that comes quicker than all of them; undefined where it does not. */
  form?: (slug: string) => Promise<FormBundle | undefined>;
  /** A form as it was asked in an older version; undefined where nobody has it. */
  olderForm?: (form: string, version: number) => Promise<FormBundle | undefined>;
};
