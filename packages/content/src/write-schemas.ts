// `npm run schemas -w @jena/content`: writes the JSON Schemas that editors' programs complete and check with.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { editorFiles } from './editor-files.ts';

const root = resolve(import.meta.dirname, '../../..');
for (const [file, text] of Object.entries(editorFiles())) {
  mkdirSync(resolve(root, file, '..'), { recursive: true });
  writeFileSync(resolve(root, file), text);
}
