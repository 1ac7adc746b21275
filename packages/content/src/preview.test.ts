import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bundles, ContentManifest } from './bundle.ts';
import { dataDirectory, loadContent } from './load.ts';
import { comparedWith, type Preview, startPreview } from './preview.ts';

let folder: string;
let preview: Preview;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jena-preview-'));
  cpSync(dataDirectory, join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app', '_shell.html'), '<html><head></head><body>App</body></html>');
  writeFileSync(join(folder, 'geheim.json'), '{}');
  const before = comparedWith(loadContent());
  const [app, data, work] = ['app', 'data', 'work'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  preview = await startPreview({ app, data, work, port: 0, before });
});
afterEach(async () => {
  await preview.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string) => (await fetch(preview.origin + path)).text();
const dogFile = () => join(folder, 'data/forms/hund-anmelden.json');

async function dogQuestions(): Promise<string> {
  const { languages } = JSON.parse(await get('/content/manifest.json')) as ContentManifest;
  const { forms } = JSON.parse(await get(`/content/${languages['de']?.forms.file}`)) as Bundles['forms'];
  return JSON.stringify(forms.find(({ slug }) => slug === 'hund-anmelden'));
}

describe('the editors’ preview', () => {
  test('shows a form as it is saved, and says in words what changed', async () => {
    expect(await get('/vorschau')).toContain('Keine Fehler');
    writeFileSync(
      dogFile(),
      readFileSync(dogFile(), 'utf8').replaceAll('Rasse oder Mischung', 'Welche Rasse?'),
    );
    await vi.waitFor(async () => expect(await dogQuestions()).toContain('Welche Rasse?'), {
      timeout: 10_000,
    });
    const page = await get('/vorschau');
    expect(page).toContain('Frage „Welche Rasse?“: hieß „Rasse oder Mischung“');
    expect(page).toContain('released-form-changed');
  });

  test('keeps what it showed while a file is half typed', async () => {
    writeFileSync(dogFile(), '{ "slug": "hund');
    await vi.waitFor(async () => expect(await get('/vorschau')).toContain('1 Fehler'), { timeout: 10_000 });
    expect(await dogQuestions()).toContain('Rasse oder Mischung');
  });

  test('is the app on every address, and nothing else of the machine', async () => {
    expect(await get('/dienste/hund-anmelden/antrag')).toContain("deleteDatabase('jena-content')");
    expect((await fetch(`${preview.origin}/content/..%2fgeheim.json`)).status).toBe(404);
    expect((await fetch(`${preview.origin}/trpc/identity.me`)).status).toBe(503);
  });
});
