import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readyLanguages } from '@jena/shared/kernel';
import { type BundleName, type ContentManifest, formFile, olderFormFile } from './bundle.ts';
import { makeBundles } from './bundles.ts';
import { formBundle } from './form-bundle.ts';
import { localize } from './localize.ts';

type Content = Parameters<typeof makeBundles>[0];
type Written = { file: string; text: string };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Writes what phones download of a catalogue into a folder, which is emptied first: bundles by language, the
 * manifest that names them by their content, and each form alone. `wrote` is told of each file.
 */
export function writeBundles(
  content: Content,
  target: string,
  wrote: (written: Written) => void = () => {},
): void {
  rmSync(target, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    const path = resolve(target, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    wrote({ file: path, text });
  };
  const manifest: ContentManifest = { version: '', languages: {} };
  for (const language of readyLanguages) {
    const entries = Object.entries(makeBundles(content, language)).map(([name, bundle]) => {
      const text = JSON.stringify(bundle);
      const file = `${language}/${name}.${hashOf(text)}.json`;
      write(file, text);
      return [name, { file, bytes: Buffer.byteLength(text) }];
    });
    manifest.languages[language] = Object.fromEntries(entries) as Record<
      BundleName,
      { file: string; bytes: number }
    >;
  }
  manifest.version = hashOf(JSON.stringify(manifest.languages));
  write('manifest.json', JSON.stringify(manifest));
  for (const language of readyLanguages) {
    const { services, forms } = makeBundles(content, language);
    for (const { slug } of services.services) {
      const alone = formBundle(services, forms, slug);
      if (alone) write(formFile(language, slug, manifest.version), JSON.stringify(alone));
    }
    const newest = new Map(forms.forms.map((form) => [form.slug, form.version]));
    for (const form of content.forms.filter(({ slug, version }) => version !== newest.get(slug))) {
      const service = services.services.find((known) => known.form === form.slug)?.slug;
      const older = formBundle(services, { ...forms, forms: [localize(form, language)] }, service);
      if (older) write(olderFormFile(language, form.slug, form.version), JSON.stringify(older));
    }
  }
}
