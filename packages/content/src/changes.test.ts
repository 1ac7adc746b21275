import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Field, FormDefinition } from '@jena/shared/forms';
import { describe, expect, test } from 'vitest';
import { keepVersion, raiseVersion } from './archive.ts';
import { contentChanges } from './changes.ts';
import { dataDirectory, loadContent } from './load.ts';
import { parseContent } from './parse.ts';
import { checkReleased, digestOf, type Released, versionName } from './released.ts';
import { loadCatalogue } from './server.ts';

const { content } = parseContent(loadContent());
const dog = content.forms.find(({ slug }) => slug === 'hund-anmelden') as FormDefinition;
const fees = content.services.find(({ slug }) => slug === 'hund-anmelden');
if (!fees) throw new Error('nobody registers dogs');
const released: Released = { [versionName(dog)]: digestOf(dog) };

type Edit = (fields: Field[], pageId: string) => readonly Field[];
const edited = (edit: Edit, version = dog.version): FormDefinition => ({
  ...dog,
  version,
  pages: dog.pages.map((page) => ({ ...page, fields: edit([...page.fields], page.id) })),
});
const changes = (form: FormDefinition) =>
  contentChanges(content, { ...content, forms: [form], services: content.services }, released).filter(
    ({ where }) => where.includes('(hund-anmelden)'),
  );
const renamed = edited((fields) =>
  fields.map((field) =>
    field.name === 'rasse'
      ? { ...field, label: { ...field.label, de: 'Welche Rasse?' }, required: false }
      : field,
  ),
);

describe('changes in plain words', () => {
  test('are none when nothing changed, whatever the file looks like', () => {
    const { title, ...rest } = dog;
    expect(changes({ ...rest, title })).toEqual([]);
    expect(digestOf({ ...rest, title })).toBe(digestOf(dog));
  });

  test('name questions that came, went and changed', () => {
    const asked: Field = {
      name: 'neu',
      type: 'text',
      label: { de: 'Wie groß ist er?', en: 'How tall?' },
      required: true,
    };
    const form = edited((fields, page) =>
      page === 'hund' ? [...fields.filter(({ name }) => name !== 'farbe'), asked] : fields,
    );
    expect(changes(form)[0]?.says).toEqual([
      'Neue Frage auf „Ihr Hund“: „Wie groß ist er?“ (Pflicht)',
      'Frage entfällt auf „Ihr Hund“: „Farbe des Fells“',
      expect.stringContaining('Version 1 ist veröffentlicht und darf sich nicht ändern'),
    ]);
    expect(changes(renamed)[0]?.says[0]).toBe(
      'Frage „Welche Rasse?“: hieß „Rasse oder Mischung“; ist jetzt freiwillig',
    );
  });

  test('say under which condition a question appears now', () => {
    const showWhen = { field: 'geschlecht_hund', op: 'in' as const, value: ['r', 'h'] };
    const form = edited((fields) =>
      fields.map((field) => (field.name === 'farbe' ? { ...field, showWhen } : field)),
    );
    expect(changes(form)[0]?.says[0]).toBe(
      'Frage „Farbe des Fells“: erscheint jetzt nur, wenn „Rüde oder Hündin?“ ist „Rüde“ oder „Hündin“',
    );
  });

  test('say whether a new version is needed, and what it means', () => {
    expect(changes(renamed)[0]?.mustRaise).toBe(true);
    const next = { ...renamed, version: dog.version + 1 };
    expect(changes(next)[0]?.mustRaise).toBe(false);
    expect(changes(next)[0]?.says.at(-1)).toContain('Laufende Vorgänge behalten Version 1');
  });

  test('name fees by their amounts', () => {
    const [first, ...others] = fees.fees;
    if (!first) throw new Error('no fee');
    const dearer = {
      ...fees,
      fees: [{ ...first, amount: { kind: 'exact' as const, cents: 11_000 } }, ...others.slice(1)],
    };
    const services = content.services.map((one) => (one.slug === fees.slug ? dearer : one));
    expect(contentChanges(content, { ...content, services }, {})[0]?.says).toEqual([
      'Gebühr „Erster Hund, pro Jahr“: 102,00 € → 110,00 €',
      'Gebühr entfällt: „Jeder weitere Hund, pro Jahr“ (120,00 €)',
    ]);
  });
});

describe('a released version', () => {
  const rules = (forms: FormDefinition[], known: Released = released) =>
    checkReleased(forms, known).map(({ rule }) => rule);

  test('never changes, and stays when a new one comes', () => {
    const next = { ...renamed, version: 2 };
    expect(rules([dog])).toEqual([]);
    expect(rules([renamed])).toEqual(['released-form-changed']);
    expect(rules([next])).toEqual(['released-form-gone']);
    expect(rules([next, dog])).toEqual([]);
  });

  test('is kept beside its next one, and the server knows both', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jena-archive-'));
    try {
      cpSync(dataDirectory, folder, { recursive: true });
      keepVersion(folder, dog);
      raiseVersion(folder, dog);
      const { form } = loadCatalogue(folder);
      expect([form(dog.slug)?.version, form(dog.slug, 1)?.version, form(dog.slug, 3)]).toEqual([
        2,
        1,
        undefined,
      ]);
      expect(form(dog.slug, 1)).toEqual(dog);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('has no older one after it', () => {
    const later: Released = { ...released, 'hund-anmelden@2': digestOf({ ...renamed, version: 2 }) };
    const between = { ...renamed, version: 2 };
    expect(rules([between, dog], later)).toEqual([]);
    const only: Released = { 'hund-anmelden@2': digestOf(between) };
    expect(rules([between, renamed], only)).toEqual(['version-too-low']);
  });

  test('is every form that the catalogue offers, or waits for the next release', () => {
    expect(checkReleased(content.forms, content.released)).toEqual([]);
    expect(Object.keys(content.released).length).toBeGreaterThan(50);
  });
});
