import {
  type BundleName,
  type Bundles,
  type ContentManifest,
  type ContentSource,
  type FormBundle,
  formFile,
  olderFormFile,
} from '@jena/content';
import type { Language } from '@jena/shared/kernel';

const manifestUrl = '/content/manifest.json';

let manifestOnce: Promise<ContentManifest> | undefined;

async function store() {
  return (await import('../offline/content-store.ts')).contentStore;
}

async function fetchJson<T>(url: string, cache: RequestCache): Promise<T> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`content ${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** The manifest this visit works with: the stored one at once, the newest from the network where there is none. */
function manifest(): Promise<ContentManifest> {
  manifestOnce ??= (async () => {
    const stored = await (await store()).get<ContentManifest>(manifestUrl);
    return stored ?? fetchJson<ContentManifest>(manifestUrl, 'no-cache');
  })().catch((error: unknown) => {
    manifestOnce = undefined;
    throw error;
  });
  return manifestOnce;
}

async function fetchBundle<Name extends BundleName>(file: string): Promise<Bundles[Name]> {
  const content = await store();
  const stored = await content.get<Bundles[Name]>(file);
  if (stored) return stored;
  const fresh = await fetchJson<Bundles[Name]>(file, 'default');
  await content.put(file, fresh);
  return fresh;
}

/** The form alone, while the bundle of all forms is not on the phone yet; the whole bundle follows in the background. */
async function fetchForm(language: Language, slug: string): Promise<FormBundle | undefined> {
  const { version, languages } = await manifest();
  const all = languages[language]?.forms;
  const here = all && (await (await store()).get(`/content/${all.file}`));
  return here ? undefined : fetchJson<FormBundle>(`/content/${formFile(language, slug, version)}`, 'default');
}

/** An older version of a form; kept on the phone, so that a case can be read without a network as it was handed in. */
async function fetchOlder(file: string): Promise<FormBundle> {
  const content = await store();
  const stored = await content.get<FormBundle>(`/content/${file}`);
  if (stored) return stored;
  const fresh = await fetchJson<FormBundle>(`/content/${file}`, 'default');
  await content.put(`/content/${file}`, fresh);
  return fresh;
}

/** The catalogue of one language, from the phone first, from the network where it is missing. Works offline after the first visit. */
export function createContentSource(language: Language): ContentSource {
  const memory = new Map<BundleName, Promise<unknown>>();
  return {
    // A service without a form, or no network: the bundles say which.
    form: (slug) => fetchForm(language, slug).catch(() => undefined),
    olderForm: (form, version) => fetchOlder(olderFormFile(language, form, version)).catch(() => undefined),
    bundle<Name extends BundleName>(name: Name) {
      const known = memory.get(name) as Promise<Bundles[Name]> | undefined;
      if (known) return known;
      const loading = manifest().then((all) => {
        const entry = all.languages[language]?.[name];
        if (!entry) throw new Error(`content has no bundle ${name} in ${language}`);
        return fetchBundle<Name>(`/content/${entry.file}`);
      });
      loading.catch(() => memory.delete(name));
      memory.set(name, loading);
      return loading;
    },
  };
}

/**
 * Brings all bundles of a language onto the phone and throws old ones away; only changed files travel.
 * A visit keeps the version it started with, the next one reads the new.
 */
export async function updateContent(language: Language): Promise<void> {
  const [content, newest] = [await store(), await fetchJson<ContentManifest>(manifestUrl, 'no-cache')];
  const files = Object.values(newest.languages[language] ?? {}).map((entry) => `/content/${entry.file}`);
  for (const file of files) await fetchBundle(file);
  await content.put(manifestUrl, newest);
  await content.keep([manifestUrl, ...files]);
}
