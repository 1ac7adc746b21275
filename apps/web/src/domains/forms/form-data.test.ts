import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundleName, type ContentManifest, type ContentSource, olderFormFile } from '@jena/content';
import { loadContent, validateContent } from '@jena/content/server';
import { writeBundles } from '@jena/content/write';
import { reach } from '@jena/shared/forms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextOf, loadFormAt } from './form-data.ts';

const slug = 'hund-anmelden';
let folder: string;
let released: ContentSource;

/** The city has released a second version of a form: a question is called otherwise, one is new, one is gone. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jena-released-'));
  const { content } = validateContent(loadContent());
  const first = content.forms.find((form) => form.slug === slug);
  if (!first) throw new Error('nobody registers dogs');
  const pages = first.pages.map((page) => ({
    ...page,
    fields: page.fields
      .filter(({ name }) => name !== 'farbe')
      .map((field) =>
        field.name === 'rasse' ? { ...field, label: { de: 'Welche Rasse?', en: 'Which breed?' } } : field,
      ),
  }));
  const second = { ...first, version: first.version + 1, pages };
  const forms = content.forms.map((form) => (form === first ? second : form));
  writeBundles({ ...content, forms: [...forms, first] }, folder);
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { languages } = read('manifest.json') as ContentManifest;
  released = {
    bundle: async (name: BundleName) => read(languages['de']?.[name].file ?? '') as never,
    olderForm: async (form, version) => {
      const file = olderFormFile('de', form, version);
      return existsSync(join(folder, file)) ? read(file) : undefined;
    },
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = async (version: number) => {
  const data = await loadFormAt(released, slug, version);
  if (!data) throw new Error('there is no form');
  const { pages } = reach(data.form, { rasse: 'Dackel', farbe: 'braun' }, contextOf(data, {}));
  const labels = pages.flatMap(({ fields }) => fields.map(({ field }) => field.label));
  return { version: data.form.version, labels, title: data.service.title };
};

describe('a case keeps its form', () => {
  test('with exactly the questions that it was handed in with, after another version was released', async () => {
    const old = await asked(1);
    expect([old.version, old.title]).toEqual([1, 'Hund anmelden']);
    expect(old.labels).toContain('Rasse oder Mischung');
    expect(old.labels).toContain('Farbe des Fells');
    const now = await asked(2);
    expect(now.labels).toContain('Welche Rasse?');
    expect(now.labels).not.toContain('Farbe des Fells');
  });

  test('or the newest, where nobody has the old one any more', async () => {
    expect((await asked(7)).version).toBe(2);
  });
});
