import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorFiles } from './editor-files.ts';
import { editorSchemas } from './editor-schemas.ts';

const root = resolve(import.meta.dirname, '../../..');
type Node = {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  enum?: string[];
  description?: string;
  $ref?: string;
};

describe('what editors’ programs know of the files', () => {
  test('is what the build proves with: run `npm run schemas -w @jena/content` after a change', () => {
    for (const [file, text] of Object.entries(editorFiles()))
      expect(readFileSync(resolve(root, file), 'utf8'), file).toBe(text);
  });

  test('offers the kinds of questions, the blocks, and a sentence on each key', () => {
    const { form } = editorSchemas(['person', 'adresse-jena']);
    const text = JSON.stringify(form?.schema);
    expect(text).toContain('"checkboxGroup"');
    expect(text).toContain('"enum":["person","adresse-jena"]');
    expect(text).toContain('Eine veröffentlichte Version ändert sich nie');
    const made = form?.schema as Node | undefined;
    expect(made?.properties?.['pages']?.items?.properties?.['fields']?.items?.anyOf).toHaveLength(2);
  });

  test('leaves test cases of forms alone', () => {
    const { 'json.schemas': list } = JSON.parse(editorFiles()['.vscode/settings.json'] ?? '') as {
      'json.schemas': { fileMatch: string[]; url: string }[];
    };
    const form = list.find(({ url }) => url.endsWith('/form.schema.json'));
    expect(form?.fileMatch).toContain('!packages/content/data/forms/*.cases.json');
  });
});
