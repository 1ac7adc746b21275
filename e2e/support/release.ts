import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory, keepVersion, loadContent, validateContent } from '@jena/content/server';
import { writeBundles } from '@jena/content/write';

/** A form file as editors write it, as far as journeys edit it. */
type FormFile = { version: number; pages: { id: string; fields: FormField[] }[] };
type FormField = {
  name: string;
  label: Words;
  options?: { value: string; label: Words }[];
  showWhen?: { field: string; op: string; value: string };
};
type Words = { de: string; en: string };

/** The app in a folder of its own, in which a new catalogue can be released while the product runs on it. */
export function ownRelease(webDist: string) {
  const folder = mkdtempSync(join(tmpdir(), 'jena-e2e-release-'));
  const app = join(folder, 'app');
  const data = join(folder, 'data');
  cpSync(webDist, app, { recursive: true });
  cpSync(dataDirectory, data, { recursive: true });
  return {
    webDist: app,
    /** What the server is started with to work by the new catalogue. */
    env: { CONTENT_DIR: data },
    /** Releases the next version of a form: the same checks as for every release, then what phones download. */
    release(form: string, edit: (file: FormFile) => void): void {
      const path = join(data, 'forms', `${form}.json`);
      const file = JSON.parse(readFileSync(path, 'utf8')) as FormFile;
      const before = validateContent(loadContent(data)).content.forms.find(
        ({ slug, version }) => slug === form && version === file.version,
      );
      if (before) keepVersion(data, before);
      edit(file);
      file.version += 1;
      writeFileSync(path, JSON.stringify(file));
      const { content, problems } = validateContent(loadContent(data));
      if (problems.length > 0) throw new Error(`not to be released: ${JSON.stringify(problems)}`);
      writeBundles(content, join(app, 'content'));
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
